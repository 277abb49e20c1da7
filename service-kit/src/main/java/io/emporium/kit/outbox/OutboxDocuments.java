package io.emporium.kit.outbox;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import io.emporium.kit.tenancy.TenantCriteria;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;

/// What the relay reads and takes out. It works for all tenants, and says so in each command.
final class OutboxDocuments {

  private static final int BATCH = 200;
  private static final UpdateOptions FOR_ALL =
      new UpdateOptions().comment(TenantCriteria.PLATFORM_COMMENT);

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
  void published(PendingDocument document) {
    MongoCollection<Document> collection = mongo.getCollection(document.collection());
    if (sources.disposable(document.collection())) {
      collection.deleteOne(new Document("_id", document.id()));
      return;
    }
    List<String> ids = document.entries().stream().map(OutboxEntry::id).toList();
    // In one write when nothing was added, which is nearly always.
    Document exactly =
        new Document("_id", document.id())
            .append(OutboxEntry.FIELD, new Document("$size", ids.size()))
            .append("outbox.id", new Document("$all", ids));
    Document clear =
        new Document("$set", new Document(OutboxEntry.FIELD, List.of()))
            .append("$unset", new Document(OutboxEntry.PENDING, ""));
    if (collection.updateOne(exactly, clear, FOR_ALL).getMatchedCount() == 0) {
      Document pull =
          new Document(
              "$pull",
              new Document(OutboxEntry.FIELD, new Document("id", new Document("$in", ids))));
      collection.updateOne(new Document("_id", document.id()), pull, FOR_ALL);
      collection.updateOne(
          new Document("_id", document.id()).append(OutboxEntry.FIELD, new Document("$size", 0)),
          new Document("$unset", new Document(OutboxEntry.PENDING, "")),
          FOR_ALL);
    }
  }
}
