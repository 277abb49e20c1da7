package io.emporium.localstack.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The indexed collection gives the very answers of the library's own, which scans.
class PlannerTest {

  private static final int STEPS = 500;

  private static MongoStandIn indexed;
  private static MongoServer plain;
  private static MongoClient indexedClient;
  private static MongoClient plainClient;

  @BeforeAll
  static void start() {
    indexed = MongoStandIn.inMemory();
    plain = new MongoServer(H2Backend.inMemory());
    indexedClient = MongoClients.create(indexed.connectionString());
    plainClient = MongoClients.create(plain.bindAndGetConnectionString());
  }

  @AfterAll
  static void stop() {
    indexedClient.close();
    plainClient.close();
    indexed.close();
    plain.shutdownNow();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void answersEqualAScans(long seed) {
    MongoCollection<Document> left = collection(indexedClient, seed);
    MongoCollection<Document> right = collection(plainClient, seed);
    for (List<String> keys :
        List.of(
            List.of("a"),
            List.of("a", "b", "c"),
            List.of("b", "c"),
            List.of("list"),
            List.of("sub.x", "a"),
            List.of("items.sku"))) {
      Document index = new Document();
      keys.forEach(key -> index.append(key, 1));
      left.createIndex(index);
    }
    Random random = new Random(seed);
    for (int step = 0; step < STEPS; step++) {
      step(left, right, random, step);
    }
    assertThat(all(left, new Document())).isEqualTo(all(right, new Document()));
  }

  private static void step(
      MongoCollection<Document> left, MongoCollection<Document> right, Random random, int step) {
    Document query = query(random);
    switch (random.nextInt(10)) {
      case 0, 1, 2 -> {
        Document document = document(random, step);
        left.insertOne(new Document(document));
        right.insertOne(new Document(document));
      }
      case 3 -> {
        Document update = new Document("$set", new Document(field(random), value(random)));
        assertThat(left.updateMany(query, update))
            .as("%s", query)
            .isEqualTo(right.updateMany(query, update));
      }
      case 4 -> {
        Document update = new Document("$push", new Document("list", random.nextInt(4)));
        assertThat(left.updateOne(query, update))
            .as("%s", query)
            .isEqualTo(right.updateOne(query, update));
      }
      case 5 -> {
        if (random.nextInt(4) == 0) {
          assertThat(left.deleteOne(query)).as("%s", query).isEqualTo(right.deleteOne(query));
        }
      }
      case 6, 7 -> {
        Document update = update(random);
        assertThat(left.updateMany(query, update))
            .as("%s %s", query, update)
            .isEqualTo(right.updateMany(query, update));
      }
      default -> {
        assertThat(all(left, query)).as("%s", query).isEqualTo(all(right, query));
        assertThat(left.countDocuments(query)).isEqualTo(right.countDocuments(query));
        Document sort = new Document(field(random), 1);
        assertThat(left.find(query).sort(sort).limit(5).into(new ArrayList<>()))
            .as("%s sorted by %s", query, sort)
            .isEqualTo(right.find(query).sort(sort).limit(5).into(new ArrayList<>()));
      }
    }
  }

  private static MongoCollection<Document> collection(MongoClient client, long seed) {
    return client.getDatabase("test").getCollection("c" + seed);
  }

  private static List<Document> all(MongoCollection<Document> collection, Document query) {
    return collection.find(query).into(new ArrayList<>());
  }

  private static Document document(Random random, int step) {
    Document document = new Document("_id", "id" + (step * 7919 % 1000) + "-" + step);
    for (String field : List.of("a", "b", "c")) {
      if (random.nextInt(6) > 0) {
        document.append(field, value(random));
      }
    }
    if (random.nextBoolean()) {
      document.append("list", list(random));
    }
    if (random.nextBoolean()) {
      document.append("sub", new Document("x", value(random)));
    }
    if (random.nextBoolean()) {
      List<Object> items = new ArrayList<>();
      for (int i = random.nextInt(3); i > 0; i--) {
        items.add(random.nextInt(5) == 0 ? new Document() : new Document("sku", value(random)));
      }
      document.append("items", items);
    }
    return document;
  }

  private static List<Object> list(Random random) {
    List<Object> list = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      list.add(value(random));
    }
    return list;
  }

  private static Object value(Random random) {
    return switch (random.nextInt(14)) {
      case 0 -> null;
      case 1 -> random.nextBoolean();
      case 2 -> (double) random.nextInt(4);
      case 3 -> (long) random.nextInt(4);
      case 4 -> random.nextInt(4) + 0.5;
      case 5 -> Instant.ofEpochSecond(random.nextInt(4));
      case 6 -> random.nextInt(3) == 0 ? new Document("k", random.nextInt(2)) : "s0";
      case 7 -> random.nextInt(3) == 0 ? new Decimal128(random.nextInt(4)) : "s1";
      case 8, 9, 10 -> "s" + random.nextInt(4);
      default -> random.nextInt(4);
    };
  }

  /// Of several operators on fields at the top, as the services send them.
  private static Document update(Random random) {
    Document update = new Document("$set", new Document("a", value(random)));
    if (random.nextBoolean()) {
      update.get("$set", Document.class).append("sub", new Document("x", value(random)));
    }
    if (random.nextBoolean()) {
      update.append("$unset", new Document("c", ""));
    }
    if (random.nextBoolean()) {
      Document pushed = new Document("$each", list(random));
      if (random.nextBoolean()) {
        pushed.append("$slice", random.nextInt(7) - 3);
      }
      update.append("$push", new Document("list", pushed));
    }
    return update;
  }

  private static String field(Random random) {
    return List.of("a", "b", "c", "sub.x").get(random.nextInt(4));
  }

  private static Document query(Random random) {
    Document query = new Document();
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      Document part = new Document(queryField(random), condition(random));
      if (random.nextInt(4) == 0) {
        query.append("$and", List.of(part, new Document(queryField(random), condition(random))));
      } else {
        query.putAll(part);
      }
    }
    return query;
  }

  private static String queryField(Random random) {
    List<String> fields = List.of("a", "b", "c", "a", "list", "sub.x", "items.sku", "_id");
    return fields.get(random.nextInt(fields.size()));
  }

  private static Object condition(Random random) {
    return switch (random.nextInt(9)) {
      case 0 -> new Document("$in", Arrays.asList(value(random), value(random)));
      case 1 -> new Document("$gt", value(random));
      case 2 -> new Document("$gte", random.nextInt(4)).append("$lt", random.nextInt(6));
      case 3 -> new Document("$lte", "s" + random.nextInt(4));
      case 4 -> new Document("$eq", value(random)).append("$ne", value(random));
      case 5 -> new Document("$exists", random.nextBoolean());
      case 6 -> new Document("$in", List.of("id1-1", random.nextInt(4), "s1"));
      default -> value(random);
    };
  }
}
