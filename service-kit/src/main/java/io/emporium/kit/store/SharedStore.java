package io.emporium.kit.store;

import com.mongodb.client.MongoCollection;
import io.emporium.kit.tenancy.SharedAcrossTenants;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;

/// A collection of plain records that belong to the whole platform; see [SharedAcrossTenants].
public final class SharedStore<T> {

  private final DocumentMapping<T> mapping;
  private final Function<String, MongoCollection<Document>> collections;
  private final RecordWrites writes;

  SharedStore(
      DocumentMapping<T> mapping,
      Function<String, MongoCollection<Document>> collections,
      RecordWrites writes) {
    if (!mapping.type().isAnnotationPresent(SharedAcrossTenants.class)) {
      throw new IllegalArgumentException(mapping.type().getName() + " is not shared");
    }
    this.mapping = mapping;
    this.collections = collections;
    this.writes = writes;
  }

  public Optional<T> find(String id) {
    return Optional.ofNullable(collection().find(new Document("_id", id)).first())
        .map(mapping::fromDocument);
  }

  public List<T> findAll(List<String> ids) {
    return list(new Document("_id", new Document("$in", ids)), PageQuery.first(ids.size()));
  }

  public List<T> list(Document filter, PageQuery query) {
    List<T> found = new ArrayList<>();
    collection()
        .find(filter)
        .sort(query.order())
        .skip(Math.multiplyExact(query.page(), query.size()))
        .limit(query.size())
        .forEach(document -> found.add(mapping.fromDocument(document)));
    return found;
  }

  public Page<T> page(Document filter, PageQuery query) {
    return Page.read(list(filter, query), query, () -> collection().countDocuments(filter));
  }

  /// @return false when a record with this id is there already
  public boolean insert(T entry) {
    return writes.insert(mapping.toDocument(entry));
  }

  /// Stores the record unless the stored one is as new or newer.
  ///
  /// @return false when it was not newer
  public boolean replaceIfNewer(T entry, long version) {
    return writes.replaceIfNewer(new Document(), mapping.toDocument(entry), version);
  }

  /// Updates fields of what matches.
  ///
  /// @return how many records matched
  public long update(Document filter, Document update) {
    return writes.update(filter, update, null);
  }

  public long delete(Document filter) {
    return writes.delete(filter, null);
  }

  private MongoCollection<Document> collection() {
    return collections.apply(mapping.collection());
  }
}
