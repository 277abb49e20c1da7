package io.emporium.kit.idempotency;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/// Which keyed requests were seen, and how they were answered.
public final class IdempotencyRecords {

  public static final String COLLECTION = "idempotency_keys";

  private static final Duration LEASE = Duration.ofSeconds(30);

  /// A stored answer.
  record Answer(int status, @Nullable String contentType, @Nullable String location, byte[] body) {}

  /// What to do with a keyed request.
  sealed interface Claim {
    /// Carry it out; `firstSeenMillis` is the time of the first attempt.
    record Go(long firstSeenMillis) implements Claim {}

    /// It was carried out before.
    record Replay(Answer answer) implements Claim {}

    /// The key was used for another request.
    record OtherRequest() implements Claim {}

    /// The first is still running.
    record InProgress() implements Claim {}
  }

  private final Supplier<MongoCollection<Document>> collection;
  private final Clock clock;

  public IdempotencyRecords(Supplier<MongoCollection<Document>> collection, Clock clock) {
    this.collection = collection;
    this.clock = clock;
  }

  Claim claim(String id, String fingerprint) {
    long now = clock.millis();
    Document fresh =
        new Document("_id", id)
            .append("fingerprint", fingerprint)
            .append("firstSeen", now)
            .append("leaseUntil", now + LEASE.toMillis());
    try {
      collection.get().insertOne(fresh);
      return new Claim.Go(now);
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
        throw e;
      }
      return claimExisting(id, fingerprint, now);
    }
  }

  private Claim claimExisting(String id, String fingerprint, long now) {
    Document stored = collection.get().find(new Document("_id", id)).first();
    if (stored == null) {
      return new Claim.InProgress();
    }
    if (!fingerprint.equals(stored.getString("fingerprint"))) {
      return new Claim.OtherRequest();
    }
    if (stored.containsKey("status")) {
      return new Claim.Replay(answer(stored));
    }
    // The process that held the lease died or failed: whoever moves it first goes on in its place.
    long lease = stored.getLong("leaseUntil");
    Document abandoned = new Document("_id", id).append("leaseUntil", lease);
    Document renewed = new Document("$set", new Document("leaseUntil", now + LEASE.toMillis()));
    boolean mine =
        lease < now && collection.get().updateOne(abandoned, renewed).getModifiedCount() == 1;
    return mine ? new Claim.Go(stored.getLong("firstSeen")) : new Claim.InProgress();
  }

  void complete(String id, Answer answer) {
    Document stored = new Document("status", answer.status()).append("body", answer.body());
    if (answer.contentType() != null) {
      stored.append("contentType", answer.contentType());
    }
    if (answer.location() != null) {
      stored.append("location", answer.location());
    }
    collection.get().updateOne(new Document("_id", id), new Document("$set", stored));
  }

  /// A failed request may have left its effects: whoever repeats it goes on with the same ids.
  void release(String id) {
    collection
        .get()
        .updateOne(new Document("_id", id), new Document("$set", new Document("leaseUntil", 0L)));
  }

  /// A refused request leaves nothing behind: the same key may try again.
  void forget(String id) {
    collection.get().deleteOne(new Document("_id", id));
  }

  /// @return how many records of requests that were first seen before this were deleted
  long forgetBefore(Instant firstSeen) {
    Document older = new Document("firstSeen", new Document("$lt", firstSeen.toEpochMilli()));
    return collection.get().deleteMany(older).getDeletedCount();
  }

  private static Answer answer(Document stored) {
    return new Answer(
        stored.getInteger("status"),
        stored.getString("contentType"),
        stored.getString("location"),
        Objects.requireNonNull(stored.get("body", Binary.class)).getData());
  }
}
