package io.emporium.localstack.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.size;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.result.UpdateResult;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the services' repositories send, over the real driver with its default options.
class MongoStandInTest {

  private static MongoStandIn standIn;
  private static MongoClient client;

  private MongoCollection<Document> orders;

  @BeforeAll
  static void start() {
    standIn = MongoStandIn.inMemory();
    client = MongoClients.create(standIn.connectionString());
  }

  @AfterAll
  static void stop() {
    client.close();
    standIn.close();
  }

  @BeforeEach
  void empty() {
    client.getDatabase("salesdb").drop();
    orders =
        client
            .getDatabase("salesdb")
            .getCollection("orders")
            .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
            .withReadConcern(ReadConcern.MAJORITY);
  }

  @Test
  void guardedUpdateAppliesOnceAndKeepsTheOutboxBounded() {
    orders.insertOne(order("o1").append("version", 1L).append("outbox", List.of()));
    var guard = and(eq("_id", "o1"), eq("companyId", "c1"), eq("version", 1L));
    var update =
        Updates.combine(
            Updates.inc("version", 1L),
            Updates.set("status", "PAID"),
            Updates.pushEach(
                "outbox",
                List.of(
                    new Document("id", "e1"), new Document("id", "e2"), new Document("id", "e3")),
                new PushOptions().slice(-2)));
    var options = new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);

    Document after = orders.findOneAndUpdate(guard, update, options);

    assertThat(after).containsEntry("version", 2L).containsEntry("status", "PAID");
    assertThat(after.getList("outbox", Document.class))
        .extracting("id")
        .containsExactly("e2", "e3");
    assertThat(orders.findOneAndUpdate(guard, update, options)).isNull();
  }

  @Test
  void pullWithInRemovesPublishedEvents() {
    orders.insertOne(
        order("o1").append("outbox", List.of(new Document("id", "e1"), new Document("id", "e2"))));

    orders.updateOne(eq("_id", "o1"), Updates.pull("outbox", in("id", "e1", "e9")));

    assertThat(orders.find(size("outbox", 1)).first().getList("outbox", Document.class))
        .containsExactly(new Document("id", "e2"));
  }

  @Test
  void stockHoldIsTakenOnceAndNeverBelowZero() {
    orders.insertOne(new Document("_id", "s1").append("available", 5).append("holds", List.of()));

    assertThat(hold("a", 3).getModifiedCount()).isEqualTo(1);
    assertThat(hold("a", 1).getModifiedCount()).isZero();
    assertThat(hold("b", 3).getModifiedCount()).isZero();
    assertThat(hold("c", 2).getModifiedCount()).isEqualTo(1);
    assertThat(orders.find().first()).containsEntry("available", 0);
  }

  private UpdateResult hold(String orderId, int quantity) {
    return orders.updateOne(
        and(eq("_id", "s1"), gte("available", quantity), ne("holds.orderId", orderId)),
        Updates.combine(
            Updates.inc("available", -quantity),
            Updates.push("holds", new Document("orderId", orderId).append("quantity", quantity))));
  }

  @Test
  void upsertSetsOnInsertOnly() {
    var update =
        Updates.combine(Updates.setOnInsert("createdBy", "first"), Updates.inc("count", 1));
    var upsert = new UpdateOptions().upsert(true);

    UpdateResult first = orders.updateOne(eq("_id", "k"), update, upsert);
    UpdateResult second = orders.updateOne(eq("_id", "k"), update, upsert);

    assertThat(first.getUpsertedId().asString().getValue()).isEqualTo("k");
    assertThat(second.getMatchedCount()).isEqualTo(1);
    assertThat(orders.find().first()).containsEntry("count", 2).containsEntry("createdBy", "first");
  }

  @Test
  void unorderedInsertStoresAllButTheDuplicates() {
    orders.insertOne(order("o1"));
    var failure =
        catchThrowableOfType(
            MongoBulkWriteException.class,
            () ->
                orders.insertMany(
                    List.of(order("o0"), order("o1"), order("o2")),
                    new InsertManyOptions().ordered(false)));

    assertThat(failure.getWriteErrors()).singleElement().returns(11000, e -> e.getCode());
    assertThat(failure.getWriteResult().getInsertedCount()).isEqualTo(2);
    assertThat(orders.countDocuments()).isEqualTo(3);
  }

  @Test
  void compoundUniqueIndexRefusesTheSecond() {
    orders.createIndex(Indexes.ascending("companyId", "number"), new IndexOptions().unique(true));
    orders.insertOne(order("o1").append("number", 7));

    assertThatThrownBy(() -> orders.insertOne(order("o2").append("number", 7)))
        .isInstanceOfSatisfying(
            MongoWriteException.class, e -> assertThat(e.getCode()).isEqualTo(11000));
    orders.insertOne(order("o3").append("number", 8));
    assertThatThrownBy(
            () ->
                orders.findOneAndUpdate(
                    eq("_id", "o4"),
                    Updates.combine(Updates.set("companyId", "c1"), Updates.set("number", 8)),
                    new FindOneAndUpdateOptions().upsert(true)))
        .isInstanceOfSatisfying(
            MongoCommandException.class, e -> assertThat(e.getCode()).isEqualTo(11000));
  }

  @Test
  void sparseUniqueIndexLetsMissingValuesPass() {
    orders.createIndex(Indexes.ascending("email"), new IndexOptions().unique(true).sparse(true));
    orders.insertMany(List.of(order("o1"), order("o2"), order("o3").append("email", "a@b.c")));
    orders.updateOne(eq("_id", "o1"), Updates.set("email", "x@b.c"));
    orders.deleteOne(eq("_id", "o2"));

    assertThat(orders.find(eq("email", "x@b.c")).first()).containsEntry("_id", "o1");
    assertThat(orders.countDocuments()).isEqualTo(2);
    assertThatThrownBy(() -> orders.updateOne(eq("_id", "o3"), Updates.set("email", "x@b.c")))
        .isInstanceOf(MongoWriteException.class);
  }

  @Test
  void aggregationGroupsTheMatchedOnes() {
    orders.createIndex(Indexes.ascending("companyId", "status"));
    for (int i = 0; i < 50; i++) {
      orders.insertOne(order("o" + i).append("status", i % 5 == 0 ? "PAID" : "NEW").append("n", i));
    }
    List<Document> groups =
        orders
            .aggregate(
                List.of(
                    Aggregates.match(and(eq("companyId", "c1"), eq("status", "PAID"))),
                    Aggregates.group("$status", Accumulators.sum("total", "$n"))))
            .into(new ArrayList<>());

    assertThat(groups).containsExactly(new Document("_id", "PAID").append("total", 225));
    assertThat(orders.countDocuments(eq("status", "NEW"))).isEqualTo(40);
  }

  @Test
  void commentTimeLimitHintSortAndBatchesAreAccepted() {
    orders.createIndex(Indexes.ascending("companyId"));
    for (int i = 0; i < 300; i++) {
      orders.insertOne(order("o" + i).append("at", Instant.ofEpochSecond(i)));
    }
    List<Document> found =
        orders
            .find(eq("companyId", "c1"))
            .comment("list orders")
            .maxTime(2, TimeUnit.SECONDS)
            .sort(new Document("at", -1))
            .batchSize(50)
            .into(new ArrayList<>());

    assertThat(found).hasSize(300);
    assertThat(found.getFirst()).containsEntry("_id", "o299");
  }

  @Test
  void fileKeepsDocumentsAndIndexes(@TempDir Path directory) {
    InetSocketAddress anyPort = new InetSocketAddress("127.0.0.1", 0);
    try (MongoStandIn first = MongoStandIn.inDirectory(directory, anyPort);
        MongoClient writer = MongoClients.create(first.connectionString())) {
      MongoCollection<Document> kept = writer.getDatabase("d").getCollection("c");
      kept.createIndex(Indexes.ascending("sku"), new IndexOptions().unique(true));
      kept.createIndex(Indexes.ascending("tags"));
      for (int i = 0; i < 200; i++) {
        kept.insertOne(new Document("sku", "s" + i).append("tags", List.of("t" + i % 7, "all")));
      }
    }
    try (MongoStandIn second = MongoStandIn.inDirectory(directory, anyPort);
        MongoClient reader = MongoClients.create(second.connectionString())) {
      MongoCollection<Document> kept = reader.getDatabase("d").getCollection("c");
      assertThat(kept.countDocuments()).isEqualTo(200);
      assertThat(kept.countDocuments(eq("tags", "t3"))).isEqualTo(29);
      assertThat(kept.listIndexes().into(new ArrayList<>())).hasSize(3);
      assertThatThrownBy(() -> kept.insertOne(new Document("sku", "s5")))
          .isInstanceOf(MongoWriteException.class);
    }
  }

  @Test
  void concurrentGuardedUpdatesLoseNothingWhileReadersRead() throws Exception {
    orders.insertOne(order("o1").append("version", 0).append("events", List.of()));
    try (var threads = Executors.newFixedThreadPool(8)) {
      List<Future<?>> writers = new ArrayList<>();
      for (int writer = 0; writer < 8; writer++) {
        writers.add(threads.submit(this::incrementFiftyTimes));
      }
      for (Future<?> writer : writers) {
        writer.get(30, TimeUnit.SECONDS);
      }
    }
    Document after = orders.find().first();
    assertThat(after).containsEntry("version", 400);
    assertThat(after.getList("events", Integer.class)).hasSize(400).doesNotHaveDuplicates();
  }

  private void incrementFiftyTimes() {
    for (int done = 0; done < 50; ) {
      int version = orders.find(eq("companyId", "c1")).first().getInteger("version");
      UpdateResult result =
          orders.updateOne(
              and(eq("_id", "o1"), eq("version", version)),
              Updates.combine(Updates.inc("version", 1), Updates.push("events", version)));
      done += (int) result.getModifiedCount();
    }
  }

  private static Document order(String id) {
    return new Document("_id", id).append("companyId", "c1");
  }
}
