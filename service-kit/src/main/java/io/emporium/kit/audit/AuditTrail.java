package io.emporium.kit.audit;

import com.mongodb.client.MongoCollection;
import io.emporium.events.audit.RequestAudited;
import io.emporium.kit.ids.Ids;
import io.emporium.kit.outbox.OutboxEntries;
import io.emporium.kit.outbox.OutboxEntry;
import io.emporium.kit.outbox.OutboxSignal;
import io.emporium.kit.store.GroupedInserts;
import java.util.List;
import java.util.function.Supplier;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// Leaves a [RequestAudited] to be published, durable before the request is answered.
final class AuditTrail {

  static final String COLLECTION = "request_audit";

  private final GroupedInserts inserts;
  private final OutboxEntries outbox;
  private final OutboxSignal signal;
  private final Ids ids;

  AuditTrail(
      Supplier<MongoCollection<Document>> collection,
      OutboxEntries outbox,
      OutboxSignal signal,
      Ids ids) {
    this.inserts = new GroupedInserts(collection);
    this.outbox = outbox;
    this.signal = signal;
    this.ids = ids;
  }

  void leave(RequestAudited request, @Nullable String companyId) {
    String id = ids.next();
    List<OutboxEntry> entries =
        outbox.entries(List.of(request), new OutboxEntries.Origin(id, 1, companyId, null));
    Document document = new Document("_id", id);
    OutboxEntry.append(document, entries);
    var _ = inserts.insert(document);
    signal.written(COLLECTION, id, entries);
  }
}
