package io.emporium.kit.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.emporium.kit.idempotency.IdempotencyRecords.Claim;
import io.emporium.localstack.mongo.MongoStandIn;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class ForgetOldKeysIT {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void aKeyIsGoodForAWeek() {
    try (MongoStandIn mongo = MongoStandIn.inMemory();
        MongoClient client = MongoClients.create(mongo.connectionString())) {
      MongoCollection<Document> keys = client.getDatabase("db").getCollection("idempotency_keys");
      firstSeen(keys, "old", ForgetOldKeys.KEPT.plusSeconds(1));
      firstSeen(keys, "young", ForgetOldKeys.KEPT.minusSeconds(1));

      new ForgetOldKeys(at(keys, NOW), Clock.fixed(NOW, ZoneOffset.UTC)).sweep();

      assertThat(keys.find().map(key -> key.getString("_id"))).containsExactly("young");
    }
  }

  private static void firstSeen(MongoCollection<Document> keys, String id, Duration ago) {
    assertThat(at(keys, NOW.minus(ago)).claim(id, "a body")).isInstanceOf(Claim.Go.class);
  }

  private static IdempotencyRecords at(MongoCollection<Document> keys, Instant time) {
    return new IdempotencyRecords(() -> keys, Clock.fixed(time, ZoneOffset.UTC));
  }
}
