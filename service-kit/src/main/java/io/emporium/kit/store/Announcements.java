package io.emporium.kit.store;

import com.mongodb.client.MongoCollection;
import io.emporium.events.Message;
import io.emporium.kit.crash.CrashPoints;
import io.emporium.kit.ids.Ids;
import io.emporium.kit.outbox.OutboxEntries;
import io.emporium.kit.outbox.OutboxEntry;
import io.emporium.kit.outbox.OutboxSignal;
import java.util.List;
import java.util.function.Supplier;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// Messages that tell of no change of an aggregate, such as a refused sign-in. Each is stored
/// before the caller goes on, as a document that is deleted once it has been published.
public final class Announcements {

  static final String COLLECTION = "announcements";

  private final Supplier<MongoCollection<Document>> collection;
  private final OutboxEntries outbox;
  private final OutboxSignal signal;
  private final Ids ids;
  private final CrashPoints crashPoints;

  Announcements(
      Supplier<MongoCollection<Document>> collection,
      OutboxEntries outbox,
      OutboxSignal signal,
      Ids ids,
      CrashPoints crashPoints) {
    this.collection = collection;
    this.outbox = outbox;
    this.signal = signal;
    this.ids = ids;
    this.crashPoints = crashPoints;
  }

  public void leave(Message message, @Nullable String companyId) {
    String id = ids.next();
    List<OutboxEntry> entries =
        outbox.entries(List.of(message), new OutboxEntries.Origin(id, 1, companyId, null));
    Document document = new Document("_id", id);
    OutboxEntry.append(document, entries);
    crashPoints.reached("announcement.before-write");
    collection.get().insertOne(document);
    crashPoints.reached("announcement.after-write");
    signal.written(COLLECTION, id, entries);
  }
}
