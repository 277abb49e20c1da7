package io.emporium.kit.store;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.data.mongodb.core.MongoOperations;

/// Healthy when the database answers a ping.
final class MongoPing extends AbstractHealthIndicator {

  private final MongoOperations mongo;

  MongoPing(MongoOperations mongo) {
    super("MongoDB does not answer");
    this.mongo = mongo;
  }

  @Override
  protected void doHealthCheck(Health.Builder builder) {
    var unused = mongo.executeCommand("{ping: 1}");
    builder.up();
  }
}
