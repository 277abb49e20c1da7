package io.emporium.localstack.mongo;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoCollection;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/// A collection that reads by index where it can. Documents in the map are never changed in place:
/// readers and the committing thread hold on to them, so a write replaces them.
final class IndexedCollection extends AbstractSynchronizedMongoCollection<Object> {

  private final MVMap<Object, Document> documents;
  private final DocumentStore store;
  private final ThreadLocal<@Nullable Document> firstMatch = new ThreadLocal<>();

  IndexedCollection(
      MongoDatabase database,
      String name,
      CollectionOptions options,
      DocumentStore store,
      MVMap<Object, Document> documents,
      CursorRegistry cursors) {
    super(database, name, options, cursors);
    this.store = store;
    this.documents = documents;
  }

  /// Lets an aggregation's leading `$match` narrow the next full read of this thread.
  void narrowNextRead(@Nullable Document match) {
    if (match == null) {
      firstMatch.remove();
    } else {
      firstMatch.set(match);
    }
  }

  @Override
  public Stream<Document> queryAllAsStream() {
    Document match = firstMatch.get();
    if (match == null) {
      return super.queryAllAsStream();
    }
    firstMatch.remove();
    return handleQueryAsStream(new Document("$query", match));
  }

  @Override
  protected QueryResult queryDocuments(
      Document query,
      @Nullable Document orderBy,
      int skip,
      int limit,
      int batchSize,
      @Nullable Document projection) {
    return projection == null || projection.isEmpty()
        ? createQueryResult(find(query, orderBy, skip, limit), batchSize)
        : matchDocuments(query, orderBy, skip, limit, batchSize, projection);
  }

  @Override
  protected QueryResult matchDocuments(
      Document query,
      @Nullable Document orderBy,
      int skip,
      int limit,
      int batchSize,
      @Nullable Document projection) {
    Stream<Document> candidates = candidates(query, orderBy).stream();
    return matchDocumentsFromStream(candidates, query, orderBy, skip, limit, batchSize, projection);
  }

  /// The stored documents themselves, not to be written into.
  private List<Document> find(Document query, @Nullable Document orderBy, int skip, int limit) {
    Comparator<Document> order = deriveComparator(orderBy);
    long enough = order == null && limit > 0 ? (long) skip + limit : Long.MAX_VALUE;
    List<Document> found = new ArrayList<>();
    for (Document document : candidates(query, orderBy)) {
      if (documentMatchesQuery(document, query)) {
        found.add(document);
        if (found.size() == enough) {
          break;
        }
      }
    }
    if (order != null) {
      found.sort(order);
    }
    int from = Math.min(skip, found.size());
    int to = limit > 0 ? (int) Math.min((long) from + limit, found.size()) : found.size();
    return found.subList(from, to);
  }

  private Collection<Document> candidates(Document query, @Nullable Document orderBy) {
    if (isNaturalDescending(orderBy)) {
      return documents.values().stream().toList().reversed();
    }
    List<Object> positions = Planner.positions(query, documents, getIndexes());
    if (positions == null) {
      return documents.values();
    }
    List<Document> candidates = new ArrayList<>(positions.size());
    for (Object position : positions) {
      Document document = documents.get(position);
      if (document != null) {
        candidates.add(document);
      }
    }
    return candidates;
  }

  /// The library writes into what a query gave it: hand out copies.
  @Override
  protected QueryResult createQueryResult(List<Document> matched, int batchSize) {
    List<Document> copies = new ArrayList<>(matched.size());
    for (Document document : matched) {
      copies.add(new Document(document));
    }
    return super.createQueryResult(copies, batchSize);
  }

  @Override
  public synchronized Document updateDocuments(
      Document selector,
      Document update,
      ArrayFilters arrayFilters,
      boolean isMulti,
      boolean isUpsert,
      Oplog oplog) {
    PlainUpdate plain = "_id".equals(getIdField()) ? PlainUpdate.of(update) : null;
    Document result = plain == null ? null : updatePlainly(selector, plain, isMulti, isUpsert);
    return result == null
        ? super.updateDocuments(selector, update, arrayFilters, isMulti, isUpsert, oplog)
        : result;
  }

  /// Null, with nothing written, when the library has to do it. There is no oplog to be told.
  private @Nullable Document updatePlainly(
      Document selector, PlainUpdate update, boolean isMulti, boolean isUpsert) {
    List<Document> matched = find(selector, null, 0, isMulti ? 0 : 1);
    if (matched.isEmpty() && isUpsert) {
      return null;
    }
    List<Document> updated = new ArrayList<>(matched.size());
    for (Document before : matched) {
      Document after = update.appliedTo(before);
      if (after == null) {
        return null;
      }
      updated.add(after);
    }
    int modified = 0;
    for (int i = 0; i < updated.size(); i++) {
      Document before = matched.get(i);
      Document after = updated.get(i);
      if (after != before) {
        replace(before, after);
        modified += Values.same(before, after) ? 0 : 1;
      }
    }
    return new Document("n", matched.size()).append("nModified", modified);
  }

  private void replace(Document before, Document after) {
    for (Index<Object> index : getIndexes()) {
      index.checkUpdate(before, after, this);
    }
    Object position = Values.position(before);
    for (Index<Object> index : getIndexes()) {
      index.updateInPlace(before, after, position, this);
    }
    handleUpdate(position, before, after);
  }

  @Override
  protected Object addDocumentInternal(Document document) {
    Object position =
        getIdField() == null ? UUID.randomUUID() : Values.normalized(document.get(getIdField()));
    if (documents.putIfAbsent(position, document) != null) {
      throw new IllegalStateException("already stored: " + position);
    }
    store.changed(documents, position, document);
    return position;
  }

  @Override
  protected void handleUpdate(Object position, Document oldDocument, Document newDocument) {
    documents.put(position, newDocument);
    store.changed(documents, position, newDocument);
  }

  @Override
  protected void removeDocument(Object position) {
    if (documents.remove(position) == null) {
      throw new NoSuchElementException("No document with key " + position);
    }
    store.changed(documents, position, null);
  }

  @Override
  protected @Nullable Document getDocument(Object position) {
    return documents.get(position);
  }

  @Override
  protected Stream<DocumentWithPosition<Object>> streamAllDocumentsWithPosition() {
    return documents.entrySet().stream()
        .map(entry -> new DocumentWithPosition<>(entry.getValue(), entry.getKey()));
  }

  @Override
  public int count() {
    return documents.size();
  }

  @Override
  public synchronized int count(Document query, int skip, int limit) {
    return super.count(query, skip, limit);
  }

  @Override
  public synchronized void addIndex(Index<Object> index) {
    super.addIndex(index);
  }

  @Override
  public synchronized void dropIndex(String indexName) {
    super.dropIndex(indexName);
  }

  @Override
  protected boolean tracksDataSize() {
    return false;
  }

  @Override
  protected void updateDataSize(int sizeDelta) {
    // Would encode every document twice per write for a figure nobody reads.
  }

  @Override
  protected int getDataSize() {
    return 0;
  }
}
