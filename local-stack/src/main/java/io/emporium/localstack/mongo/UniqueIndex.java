package io.emporium.localstack.mongo;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractUniqueIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A unique index, held in memory and rebuilt from the documents when the file is opened.
final class UniqueIndex extends AbstractUniqueIndex<Object> implements Searchable {

  private final Map<KeyValue, Object> positions = new HashMap<>();
  private final Lookup lookup;

  UniqueIndex(String name, List<IndexKey> keys, boolean sparse) {
    super(name, keys, sparse);
    this.lookup = new Lookup(keys());
  }

  @Override
  public Lookup lookup() {
    return lookup;
  }

  @Override
  public synchronized void add(
      Document document, Object position, MongoCollection<Object> collection) {
    super.add(document, position, collection);
    lookup.add(document, position);
  }

  @Override
  public synchronized @Nullable Object remove(Document document) {
    lookup.remove(document, Values.position(document));
    Object removed = super.remove(document);
    // An empty array has no key, so nothing was stored for it.
    return removed == null ? Values.position(document) : removed;
  }

  /// Only the primary index tells where a document lies.
  @Override
  public @Nullable Object getPosition(Document document) {
    return null;
  }

  @Override
  public synchronized void checkUpdate(
      Document oldDocument, Document newDocument, MongoCollection<Object> collection) {
    if (!lookup.isUntouched(oldDocument, newDocument)) {
      super.checkUpdate(oldDocument, newDocument, collection);
    }
  }

  @Override
  public void updateInPlace(
      Document oldDocument,
      Document newDocument,
      Object position,
      MongoCollection<Object> collection) {
    if (!lookup.isUntouched(oldDocument, newDocument)) {
      super.updateInPlace(oldDocument, newDocument, position, collection);
    }
  }

  @Override
  public boolean canHandle(Document query) {
    return false;
  }

  @Override
  protected @Nullable Object removeDocument(KeyValue keyValue) {
    return positions.remove(keyValue);
  }

  @Override
  protected boolean putKeyPosition(KeyValue keyValue, Object position) {
    return positions.putIfAbsent(keyValue, position) == null;
  }

  @Override
  protected Iterable<Map.Entry<KeyValue, Object>> getIterable() {
    return positions.entrySet();
  }

  @Override
  protected @Nullable Object getPosition(KeyValue keyValue) {
    return positions.get(keyValue);
  }

  @Override
  public long getCount() {
    return positions.size();
  }

  @Override
  public long getDataSize() {
    return positions.size();
  }
}
