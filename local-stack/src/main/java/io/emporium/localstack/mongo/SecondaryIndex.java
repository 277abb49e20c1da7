package io.emporium.localstack.mongo;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A non-unique index, held in memory and rebuilt from the documents when the file is opened.
final class SecondaryIndex extends Index<Object> implements Searchable {

  private final Lookup lookup;

  SecondaryIndex(String name, List<IndexKey> keys, boolean sparse) {
    super(name, keys, sparse);
    this.lookup = new Lookup(keys());
  }

  @Override
  public Lookup lookup() {
    return lookup;
  }

  /// Only the primary index tells where a document lies.
  @Override
  public @Nullable Object getPosition(Document document) {
    return null;
  }

  @Override
  public void checkAdd(Document document, MongoCollection<Object> collection) {
    if (lookup.holdsParallelArrays(document)) {
      // Refuses them, as MongoDB does.
      var unused = getKeyValues(document);
    }
  }

  @Override
  public void add(Document document, Object position, MongoCollection<Object> collection) {
    lookup.add(document, position);
  }

  @Override
  public Object remove(Document document) {
    Object position = Values.position(document);
    lookup.remove(document, position);
    return position;
  }

  @Override
  public boolean canHandle(Document query) {
    return false;
  }

  @Override
  public Iterable<Object> getPositions(Document query) {
    throw new UnsupportedOperationException("searched through its lookup");
  }

  @Override
  public long getCount() {
    return lookup.size();
  }

  @Override
  public long getDataSize() {
    return lookup.size();
  }

  @Override
  public void checkUpdate(
      Document oldDocument, Document newDocument, MongoCollection<Object> collection) {
    if (!lookup.isUntouched(oldDocument, newDocument)) {
      checkAdd(newDocument, collection);
    }
  }

  @Override
  public void updateInPlace(
      Document oldDocument,
      Document newDocument,
      Object position,
      MongoCollection<Object> collection) {
    if (!lookup.isUntouched(oldDocument, newDocument)) {
      lookup.remove(oldDocument, position);
      lookup.add(newDocument, position);
    }
  }

  @Override
  public void drop() {
    // Nothing is stored.
  }
}
