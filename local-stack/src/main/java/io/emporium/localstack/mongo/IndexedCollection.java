package io.emporium.localstack.mongo;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
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
  private final ThreadLocal<@Nullable Document> firstMatch = new ThreadLocal<>();

  IndexedCollection(
      MongoDatabase database,
      String name,
      CollectionOptions options,
      MVMap<Object, Document> documents,
      CursorRegistry cursors) {
    super(database, name, options, cursors);
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
    List<Object> positions = Planner.positions(query, documents, getIndexes());
    return positions == null || isNaturalDescending(orderBy)
        ? matchDocuments(query, orderBy, skip, limit, batchSize, projection)
        : matchDocuments(query, positions, orderBy, skip, limit, batchSize, projection);
  }

  @Override
  protected QueryResult matchDocuments(
      Document query,
      @Nullable Document orderBy,
      int skip,
      int limit,
      int batchSize,
      @Nullable Document projection) {
    Stream<Document> stream = documents.values().stream();
    if (isNaturalDescending(orderBy)) {
      stream = documents.values().stream().toList().reversed().stream();
    }
    return matchDocumentsFromStream(stream, query, orderBy, skip, limit, batchSize, projection);
  }

  /// Updates write into what a query gave them: hand out copies.
  @Override
  protected QueryResult createQueryResult(List<Document> matched, int batchSize) {
    return super.createQueryResult(matched.stream().map(Document::clone).toList(), batchSize);
  }

  @Override
  protected Object addDocumentInternal(Document document) {
    Object position =
        getIdField() == null ? UUID.randomUUID() : Values.normalized(document.get(getIdField()));
    if (documents.putIfAbsent(position, document) != null) {
      throw new IllegalStateException("already stored: " + position);
    }
    return position;
  }

  @Override
  protected void handleUpdate(Object position, Document oldDocument, Document newDocument) {
    documents.put(position, newDocument);
  }

  @Override
  protected void removeDocument(Object position) {
    if (documents.remove(position) == null) {
      throw new NoSuchElementException("No document with key " + position);
    }
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
