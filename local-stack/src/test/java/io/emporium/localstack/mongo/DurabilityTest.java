package io.emporium.localstack.mongo;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A killed process leaves its files as they are: what it would find in them is read from a copy.
class DurabilityTest {

  private static final InetSocketAddress ANY_PORT = new InetSocketAddress("127.0.0.1", 0);

  @TempDir private Path directory;
  @TempDir private Path copies;
  private int copied;
  private MongoStandIn standIn;
  private MongoClient client;
  private MongoCollection<Document> orders;

  @BeforeEach
  void start() {
    standIn = MongoStandIn.inDirectory(directory, ANY_PORT);
    client = MongoClients.create(standIn.connectionString());
    orders = client.getDatabase("salesdb").getCollection("orders");
  }

  @AfterEach
  void stop() {
    client.close();
    standIn.close();
  }

  @Test
  void whatWasStoredOutlivesAKilledProcess() {
    orders.createIndex(Indexes.ascending("status"));
    for (int i = 0; i < 50; i++) {
      orders.insertOne(new Document("_id", "o" + i).append("status", "NEW"));
    }
    orders.updateMany(eq("status", "NEW"), Updates.set("status", "PAID"));
    orders.updateOne(eq("_id", "o7"), Updates.combine(Updates.set("status", "SENT")));
    orders.deleteOne(eq("_id", "o9"));

    await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(() -> assertThat(idsAfterAKill("SENT")).containsExactly("o7"));

    assertThat(idsAfterAKill("PAID")).hasSize(48).doesNotContain("o7", "o9");
    assertThat(idsAfterAKill("NEW")).isEmpty();
  }

  @Test
  void aDroppedCollectionStaysDropped() {
    orders.insertOne(new Document("_id", "o1").append("status", "PAID"));
    await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(() -> assertThat(idsAfterAKill("PAID")).containsExactly("o1"));

    orders.drop();

    List<String> names =
        read(copy(), database -> database.listCollectionNames().into(new ArrayList<>()));
    assertThat(names).isEmpty();
  }

  @Test
  void anOrderlyEndLeavesNoJournal() {
    orders.insertOne(new Document("_id", "o1").append("status", "PAID"));
    await().atMost(Duration.ofSeconds(5)).until(() -> journalIn(directory) != null);

    standIn.close();

    assertThat(journalIn(directory)).isNull();
    assertThat(ids(copy(), "PAID")).containsExactly("o1");
  }

  private List<String> idsAfterAKill(String status) {
    return ids(copy(), status);
  }

  private static List<String> ids(Path files, String status) {
    return read(
        files,
        database ->
            database
                .getCollection("orders")
                .find(eq("status", status))
                .map(order -> order.getString("_id"))
                .into(new ArrayList<>()));
  }

  private static <T> T read(Path files, Function<MongoDatabase, T> query) {
    try (MongoStandIn after = MongoStandIn.inDirectory(files, ANY_PORT);
        MongoClient reader = MongoClients.create(after.connectionString())) {
      return query.apply(reader.getDatabase("salesdb"));
    }
  }

  private Path copy() {
    Path target = copies.resolve(String.valueOf(++copied));
    try (Stream<Path> files = Files.list(directory)) {
      Files.createDirectory(target);
      for (Path file : files.toList()) {
        Files.copy(file, target.resolve(file.getFileName()));
      }
      return target;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Path journalIn(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("mongo.journal."))
          .findFirst()
          .orElse(null);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
