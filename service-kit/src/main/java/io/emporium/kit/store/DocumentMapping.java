package io.emporium.kit.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bson.Document;
import org.springframework.data.mongodb.core.convert.MongoConverter;
import org.springframework.data.mongodb.core.mapping.MongoPersistentEntity;
import org.springframework.data.mongodb.core.mapping.MongoPersistentProperty;

/// How one class is stored: its collection, and the way between object and document.
final class DocumentMapping<T> {

  // Written by the store itself, never as part of the state.
  private static final Set<String> OWNED_BY_STORE = Set.of("_id", "version", "inbox", "outbox");

  private final Class<T> type;
  private final MongoConverter converter;
  private final String collection;
  private final List<String> fields = new ArrayList<>();

  DocumentMapping(Class<T> type, MongoConverter converter) {
    this.type = type;
    this.converter = converter;
    MongoPersistentEntity<?> entity =
        converter.getMappingContext().getRequiredPersistentEntity(type);
    this.collection = entity.getCollection();
    for (MongoPersistentProperty property : entity) {
      if (!OWNED_BY_STORE.contains(property.getFieldName())) {
        fields.add(property.getFieldName());
      }
    }
  }

  Class<T> type() {
    return type;
  }

  String collection() {
    return collection;
  }

  /// For refusals: `order`.
  String noun() {
    return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
  }

  T fromDocument(Document document) {
    return converter.read(type, document);
  }

  Document toDocument(T object) {
    Document document = new Document();
    converter.write(object, document);
    return document;
  }

  /// Sets what is there and unsets what has become null, without touching what the relay owns.
  Document toUpdate(T object, long version) {
    Document state = toDocument(object);
    OWNED_BY_STORE.forEach(state::remove);
    Document unset = new Document();
    for (String field : fields) {
      if (!state.containsKey(field)) {
        unset.append(field, "");
      }
    }
    Document update = new Document("$set", state.append("version", version));
    return unset.isEmpty() ? update : update.append("$unset", unset);
  }
}
