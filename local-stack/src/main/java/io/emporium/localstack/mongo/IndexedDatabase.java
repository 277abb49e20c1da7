package io.emporium.localstack.mongo;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/// A database whose collections live in one MVStore, documents only: indexes are rebuilt on open.
final class IndexedDatabase extends AbstractSynchronizedMongoDatabase<Object> {

  private static final String PREFIX = "databases.";

  private final DocumentStore store;

  IndexedDatabase(String name, DocumentStore store, CursorRegistry cursors) {
    super(name, cursors);
    this.store = store;
    initializeNamespacesAndIndexes();
  }

  /// Those of which the store has a collection.
  static Set<String> namesIn(DocumentStore store) {
    return store.mapNames().stream()
        .filter(name -> name.startsWith(PREFIX))
        .map(name -> Utils.firstFragment(name.substring(PREFIX.length())))
        .collect(Collectors.toSet());
  }

  @Override
  public Document handleCommand(
      Channel channel, String command, Document query, DatabaseResolver databases, Oplog oplog) {
    if (command.equals("insert")) {
      return countInserted(query, super.handleCommand(channel, command, query, databases, oplog));
    }
    if (command.equals("aggregate")
        && resolveCollection(String.valueOf(query.get(command)), false)
            instanceof IndexedCollection collection) {
      collection.narrowNextRead(leadingMatch(query));
      try {
        return super.handleCommand(channel, command, query, databases, oplog);
      } finally {
        collection.narrowNextRead(null);
      }
    }
    return super.handleCommand(channel, command, query, databases, oplog);
  }

  private static @Nullable Document leadingMatch(Document query) {
    return query.get("pipeline") instanceof List<?> stages
            && !stages.isEmpty()
            && stages.getFirst() instanceof Document stage
            && stage.get("$match") instanceof Document match
        ? match
        : null;
  }

  /// The library answers with the number of documents sent.
  private static Document countInserted(Document query, Document response) {
    if (response.get("writeErrors") instanceof Collection<?> errors
        && query.get("documents") instanceof Collection<?> documents) {
      boolean ordered = !Boolean.FALSE.equals(query.get("ordered"));
      Document first = (Document) errors.iterator().next();
      int inserted = ordered ? (Integer) first.get("index") : documents.size() - errors.size();
      response.put("n", inserted);
    }
    return response;
  }

  @Override
  protected MongoCollection<Object> openOrCreateCollection(
      String collectionName, CollectionOptions options) {
    return new IndexedCollection(
        this, collectionName, options, store, documents(collectionName), cursorRegistry);
  }

  @Override
  protected Index<Object> openOrCreateUniqueIndex(
      String collectionName, String indexName, List<IndexKey> keys, boolean sparse) {
    if (keys.size() == 1 && keys.getFirst().getKey().equals("_id")) {
      return new PrimaryIndex(indexName, keys, documents(collectionName));
    }
    return new UniqueIndex(indexName, keys, sparse);
  }

  @Override
  protected Index<Object> openOrCreateSecondaryIndex(
      String collectionName, String indexName, List<IndexKey> keys, boolean sparse) {
    return new SecondaryIndex(indexName, keys, sparse);
  }

  @Override
  public void drop(Oplog oplog) {
    super.drop(oplog);
    store.mapNames().stream()
        .filter(name -> name.startsWith(PREFIX + getDatabaseName() + "."))
        .forEach(store::remove);
  }

  @Override
  public void dropCollection(String collectionName, Oplog oplog) {
    super.dropCollection(collectionName, oplog);
    store.remove(mapName(collectionName));
  }

  @Override
  public void moveCollection(
      MongoDatabase oldDatabase, MongoCollection<?> collection, String newCollectionName) {
    String oldName = PREFIX + collection.getFullName();
    super.moveCollection(oldDatabase, collection, newCollectionName);
    store.rename(oldName, mapName(newCollectionName));
  }

  @Override
  protected long getStorageSize() {
    return store.size();
  }

  @Override
  protected long getFileSize() {
    return getStorageSize();
  }

  private MVMap<Object, Document> documents(String collectionName) {
    return store.documents(mapName(collectionName));
  }

  private String mapName(String collectionName) {
    return PREFIX + getDatabaseName() + "." + collectionName;
  }
}
