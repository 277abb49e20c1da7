package io.emporium.kit.store;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.DeleteOptions;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOptions;
import io.emporium.kit.crash.CrashPoints;
import java.util.function.Supplier;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// The one way in which records reach the database; [RecordStore] and [SharedStore] have it in
/// common.
final class RecordWrites {

  private final Supplier<MongoCollection<Document>> collection;
  private final CrashPoints crashPoints;
  private final GroupedInserts grouped;

  RecordWrites(Supplier<MongoCollection<Document>> collection, CrashPoints crashPoints) {
    this.collection = collection;
    this.crashPoints = crashPoints;
    this.grouped = new GroupedInserts(collection);
  }

  boolean insert(Document document) {
    return written(
        () -> {
          try {
            collection.get().insertOne(document);
            return true;
          } catch (MongoWriteException e) {
            return refuseAllButDuplicate(e);
          }
        });
  }

  boolean insertGrouped(Document document) {
    return written(() -> grouped.insert(document));
  }

  /// @param owner tenant of the record, as a filter
  boolean replaceIfNewer(Document owner, Document document, long version) {
    document.append("sourceVersion", version);
    Document older =
        new Document("_id", document.get("_id"))
            .append("sourceVersion", new Document("$lt", version));
    older.putAll(owner);
    return written(() -> replace(older, document));
  }

  private boolean replace(Document older, Document document) {
    try {
      collection.get().replaceOne(older, document, new ReplaceOptions().upsert(true));
      return true;
    } catch (MongoWriteException e) {
      var _ = refuseAllButDuplicate(e);
      // There is one with this id: a newer one, or an older one that was inserted a moment ago.
      return collection.get().replaceOne(older, document).getMatchedCount() == 1;
    }
  }

  /// @return how many records matched
  long update(Document filter, Document update, @Nullable String comment) {
    UpdateOptions options = new UpdateOptions().comment(comment);
    return written(() -> collection.get().updateMany(filter, update, options).getMatchedCount());
  }

  /// @return how many records were deleted
  long delete(Document filter, @Nullable String comment) {
    DeleteOptions options = new DeleteOptions().comment(comment);
    return written(() -> collection.get().deleteMany(filter, options).getDeletedCount());
  }

  private <R> R written(Supplier<R> write) {
    crashPoints.reached("record.before-write");
    R result = write.get();
    crashPoints.reached("record.after-write");
    return result;
  }

  private static boolean refuseAllButDuplicate(MongoWriteException e) {
    if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
      return false;
    }
    throw e;
  }
}
