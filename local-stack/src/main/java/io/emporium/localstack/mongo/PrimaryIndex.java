package io.emporium.localstack.mongo;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/// The index on `_id` is the document map itself, which is keyed by it.
final class PrimaryIndex extends Index<Object> {

  private final MVMap<Object, Document> documents;

  PrimaryIndex(String name, List<IndexKey> keys, MVMap<Object, Document> documents) {
    super(name, keys, false);
    this.documents = documents;
  }

  @Override
  public @Nullable Object getPosition(Document document) {
    Object position = Values.position(document);
    return documents.containsKey(position) ? position : null;
  }

  @Override
  public void checkAdd(Document document, MongoCollection<Object> collection) {
    if (getPosition(document) != null) {
      KeyValue key = new KeyValue(new Object[] {document.get("_id")});
      throw new DuplicateKeyError(this, collection, getKeys(), key);
    }
  }

  @Override
  public void add(Document document, Object position, MongoCollection<Object> collection) {
    // Done by storing the document.
  }

  @Override
  public @Nullable Object remove(Document document) {
    return getPosition(document);
  }

  @Override
  public boolean canHandle(Document query) {
    return false;
  }

  @Override
  public Iterable<Object> getPositions(Document query) {
    throw new UnsupportedOperationException("the collection reads its own map");
  }

  @Override
  public long getCount() {
    return documents.sizeAsLong();
  }

  @Override
  public long getDataSize() {
    return documents.sizeAsLong();
  }

  @Override
  public void checkUpdate(
      Document oldDocument, Document newDocument, MongoCollection<Object> collection) {
    // `_id` never changes.
  }

  @Override
  public void updateInPlace(
      Document oldDocument,
      Document newDocument,
      Object position,
      MongoCollection<Object> collection) {
    // `_id` never changes.
  }

  @Override
  public boolean isUnique() {
    return true;
  }

  @Override
  public void drop() {
    // Goes with the documents.
  }
}
