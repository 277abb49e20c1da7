package io.emporium.kit.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import io.emporium.kit.crash.CrashPoints;
import java.util.Objects;
import java.util.function.Supplier;
import org.bson.Document;

/// Numbers for people, one series per company and purpose: 1, 2, 3 … A number that was taken and
/// then not used leaves a gap; series that must have none are counted in the document that uses
/// them.
public final class Counters {

  private final Supplier<MongoCollection<Document>> collection;
  private final CrashPoints crashPoints;

  Counters(Supplier<MongoCollection<Document>> collection, CrashPoints crashPoints) {
    this.collection = collection;
    this.crashPoints = crashPoints;
  }

  /// @param series such as `order`
  public long next(String companyId, String series) {
    return next(companyId, series, 1);
  }

  /// Takes several numbers at once.
  ///
  /// @return the last of them
  public long next(String companyId, String series, long count) {
    crashPoints.reached("counter.before-write");
    Document counted =
        collection
            .get()
            .findOneAndUpdate(
                new Document("_id", companyId + ":" + series).append("companyId", companyId),
                new Document("$inc", new Document("value", count)),
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
    crashPoints.reached("counter.after-write");
    return Objects.requireNonNull(counted).get("value", Number.class).longValue();
  }
}
