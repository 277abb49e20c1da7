package io.emporium.kit.outbox;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteOptions;
import com.mongodb.client.model.UpdateOneModel;
import io.emporium.kit.tenancy.TenantCriteria;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;

/// What the relay reads and takes out. It works for all tenants, and says so in each command.
final class OutboxDocuments {

  private static final int BATCH = 200;
  private static final BulkWriteOptions FOR_ALL =
      new BulkWriteOptions().comment(TenantCriteria.PLATFORM_COMMENT);
  private static final DeleteOptions DELETE_FOR_ALL =
      new DeleteOptions().comment(TenantCriteria.PLATFORM_COMMENT);

  private final MongoOperations mongo;
  private final OutboxSources sources;

  OutboxDocuments(MongoOperations mongo, OutboxSources sources) {
    this.mongo = mongo;
    this.sources = sources;
  }

  List<PendingDocument> pending() {
    List<PendingDocument> found = new ArrayList<>();
    for (String collection : sources.names()) {
      mongo
          .getCollection(collection)
          .find(new Document(OutboxEntry.PENDING, true))
          .projection(new Document(OutboxEntry.FIELD, 1))
          .comment(TenantCriteria.PLATFORM_COMMENT)
          .limit(BATCH)
          .forEach(
              document ->
                  found.add(
                      new PendingDocument(
                          collection, document.getString("_id"), OutboxEntry.listFrom(document))));
    }
    return found;
  }

  /// Takes out what has been published. Entries that were added meanwhile stay.
  void clear(List<PendingDocument> published) {
    Map<String, List<PendingDocument>> byCollection =
        published.stream().collect(Collectors.groupingBy(PendingDocument::collection));
    byCollection.forEach(
        (name, documents) -> {
          MongoCollection<Document> collection = mongo.getCollection(name);
          if (sources.disposable(name)) {
            delete(collection, documents);
          } else {
            pull(collection, documents);
          }
        });
  }

  private static void delete(
      MongoCollection<Document> collection, List<PendingDocument> documents) {
    List<String> ids = documents.stream().map(PendingDocument::id).toList();
    collection.deleteMany(new Document("_id", new Document("$in", ids)), DELETE_FOR_ALL);
  }

  private static void pull(MongoCollection<Document> collection, List<PendingDocument> documents) {
    // One update each while nothing was added, which is nearly always.
    List<UpdateOneModel<Document>> exact =
        documents.stream().map(OutboxDocuments::clearing).toList();
    if (collection.bulkWrite(exact, FOR_ALL).getMatchedCount() == documents.size()) {
      return;
    }
    List<UpdateOneModel<Document>> one = new ArrayList<>();
    for (PendingDocument document : documents) {
      one.add(pulling(document));
      one.add(settling(document));
    }
    var _ = collection.bulkWrite(one, FOR_ALL);
  }

  private static UpdateOneModel<Document> clearing(PendingDocument document) {
    List<String> ids = ids(document);
    return new UpdateOneModel<>(
        new Document("_id", document.id())
            .append(OutboxEntry.FIELD, new Document("$size", ids.size()))
            .append("outbox.id", new Document("$all", ids)),
        new Document("$set", new Document(OutboxEntry.FIELD, List.of()))
            .append("$unset", new Document(OutboxEntry.PENDING, "")));
  }

  private static UpdateOneModel<Document> pulling(PendingDocument document) {
    return new UpdateOneModel<>(
        new Document("_id", document.id()),
        new Document(
            "$pull",
            new Document(
                OutboxEntry.FIELD, new Document("id", new Document("$in", ids(document))))));
  }

  private static UpdateOneModel<Document> settling(PendingDocument document) {
    return new UpdateOneModel<>(
        new Document("_id", document.id()).append(OutboxEntry.FIELD, new Document("$size", 0)),
        new Document("$unset", new Document(OutboxEntry.PENDING, "")));
  }

  private static List<String> ids(PendingDocument document) {
    return document.entries().stream().map(OutboxEntry::id).distinct().toList();
  }
}
