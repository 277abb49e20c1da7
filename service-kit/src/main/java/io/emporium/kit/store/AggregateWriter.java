package io.emporium.kit.store;

import com.mongodb.DuplicateKeyException;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.result.UpdateResult;
import io.emporium.events.Message;
import io.emporium.kit.context.Cause;
import io.emporium.kit.crash.CrashPoints;
import io.emporium.kit.outbox.OutboxEntries;
import io.emporium.kit.outbox.OutboxEntry;
import io.emporium.kit.outbox.OutboxSignal;
import io.emporium.kit.problem.Refusal;
import java.util.List;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// The one way in which aggregates reach the database.
final class AggregateWriter {

  private final Function<String, MongoCollection<Document>> collections;
  private final OutboxEntries outbox;
  private final OutboxSignal signal;
  private final CrashPoints crashPoints;

  AggregateWriter(
      Function<String, MongoCollection<Document>> collections,
      OutboxEntries outbox,
      OutboxSignal signal,
      CrashPoints crashPoints) {
    this.collections = collections;
    this.outbox = outbox;
    this.signal = signal;
    this.crashPoints = crashPoints;
  }

  List<OutboxEntry> entriesFor(AggregateRoot aggregate, long version) {
    List<Message> recorded = aggregate.recorded();
    return outbox.entries(
        recorded,
        new OutboxEntries.Origin(aggregate.id(), version, aggregate.companyId(), aggregate.shop()));
  }

  boolean insert(String collection, Document document, List<OutboxEntry> entries) {
    String messageId = Cause.current().messageId();
    document.append("version", 1L);
    document.append("inbox", messageId == null ? List.of() : List.of(messageId));
    OutboxEntry.append(document, entries);
    crashPoints.reached("store.before-write");
    try {
      collections.apply(collection).insertOne(document);
    } catch (DuplicateKeyException e) {
      return false;
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
        return false;
      }
      throw e;
    }
    crashPoints.reached("store.after-write");
    return true;
  }

  UpdateResult update(
      String collection,
      Document guard,
      Document update,
      List<OutboxEntry> entries,
      @Nullable String comment) {
    Document push = OutboxEntry.push(entries);
    String messageId = Cause.current().messageId();
    if (messageId != null) {
      push.append(
          "inbox",
          new Document("$each", List.of(messageId)).append("$slice", -AggregateRoot.INBOX_LIMIT));
    }
    if (!push.isEmpty()) {
      update.append("$push", push);
    }
    if (!entries.isEmpty()) {
      update.get("$set", Document.class).append(OutboxEntry.PENDING, true);
    }
    crashPoints.reached("store.before-write");
    UpdateResult result = guarded(collection, guard, update, comment);
    crashPoints.reached("store.after-write");
    return result;
  }

  private UpdateResult guarded(
      String collection, Document guard, Document update, @Nullable String comment) {
    try {
      return collections
          .apply(collection)
          .updateOne(guard, update, new UpdateOptions().comment(comment));
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
        throw Refusal.conflict("already_taken", "Another one has this unique value already");
      }
      throw e;
    }
  }

  void announce(String collection, String id, List<OutboxEntry> entries) {
    if (!entries.isEmpty()) {
      signal.written(collection, id, entries);
    }
  }
}
