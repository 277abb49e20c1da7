package io.emporium.kit.store;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// Inserts of many threads into one collection. Those that wait at the same time go out in one
/// command: whoever comes to the turn takes along what the others have queued meanwhile. A thread
/// that is alone waits for nobody. Each returns once its own document is durable.
public final class GroupedInserts {

  private static final int AT_MOST = 100;
  private static final InsertManyOptions EACH_FOR_ITSELF = new InsertManyOptions().ordered(false);

  private final Supplier<MongoCollection<Document>> collection;
  private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();
  private final ReentrantLock turn = new ReentrantLock();

  public GroupedInserts(Supplier<MongoCollection<Document>> collection) {
    this.collection = collection;
  }

  /// @return false when a document with this id, or another unique key, is there already
  /// @throws RuntimeException whatever kept the document from being stored
  public boolean insert(Document document) {
    Waiting mine = new Waiting(document);
    queue.add(mine);
    turn.lock();
    try {
      while (mine.open) {
        insertSome();
      }
    } finally {
      turn.unlock();
    }
    if (mine.failure != null) {
      throw mine.failure;
    }
    return mine.inserted;
  }

  private void insertSome() {
    List<Waiting> group = new ArrayList<>();
    for (Waiting next = queue.poll(); next != null; next = queue.poll()) {
      group.add(next);
      if (group.size() == AT_MOST) {
        break;
      }
    }
    try {
      var _ =
          collection
              .get()
              .insertMany(group.stream().map(each -> each.document).toList(), EACH_FOR_ITSELF);
    } catch (MongoBulkWriteException e) {
      failSome(group, e);
    } catch (RuntimeException e) {
      group.forEach(each -> each.failure = e);
    } finally {
      group.forEach(each -> each.open = false);
    }
  }

  private static void failSome(List<Waiting> group, MongoBulkWriteException e) {
    for (BulkWriteError error : e.getWriteErrors()) {
      Waiting refused = group.get(error.getIndex());
      refused.inserted = false;
      if (error.getCategory() != ErrorCategory.DUPLICATE_KEY) {
        refused.failure = e;
      }
    }
    if (e.getWriteConcernError() != null) {
      group.forEach(each -> each.failure = e);
    }
  }

  /// Written and read under the turn.
  private static final class Waiting {
    final Document document;
    boolean open = true;
    boolean inserted = true;
    @Nullable RuntimeException failure;

    Waiting(Document document) {
      this.document = document;
    }
  }
}
