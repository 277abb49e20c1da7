package io.emporium.kit.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import io.emporium.kit.store.IndexPlan.Planned;
import org.bson.Document;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.core.MongoOperations;

/// Creates the planned indexes before consumers and web server start, and fails the start when a
/// unique one is missing afterwards: without it, what must happen once could happen twice.
public final class IndexInitializer implements SmartLifecycle {

  private final MongoOperations mongo;
  private final IndexPlan plan;
  private volatile boolean running;

  public IndexInitializer(MongoOperations mongo, IndexPlan plan) {
    this.mongo = mongo;
    this.plan = plan;
  }

  @Override
  public void start() {
    for (Planned index : plan.planned()) {
      MongoCollection<Document> collection = mongo.getCollection(index.collection());
      IndexOptions options = new IndexOptions().unique(index.unique()).sparse(index.sparse());
      collection.createIndex(index.keyDocument(), options);
      if (index.unique()) {
        requireUnique(collection, index);
      }
    }
    running = true;
  }

  private static void requireUnique(MongoCollection<Document> collection, Planned index) {
    for (Document existing : collection.listIndexes()) {
      boolean sameKeys =
          existing.get("key", Document.class).keySet().equals(index.keyDocument().keySet());
      if (sameKeys && existing.getBoolean("unique", false)) {
        return;
      }
    }
    throw new IllegalStateException(
        "the unique index on " + index.collection() + index.keys() + " is missing");
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return Integer.MIN_VALUE + 1_000;
  }
}
