package io.emporium.kit.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.emporium.kit.store.GroupedInserts;
import io.emporium.kit.testing.ServiceTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;
import org.bson.codecs.configuration.CodecConfigurationException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;

/// Many threads, few commands, and each thread learns what became of its own document.
@ServiceTest
class GroupedInsertsIT {

  private static final String COLLECTION = "grouped_samples";

  @Autowired private MongoOperations mongo;

  @Test
  void everyDocumentOfManyThreadsIsStored() throws Exception {
    GroupedInserts inserts = inserts();
    String run = UUID.randomUUID().toString();

    List<Boolean> inserted = atOnce(300, n -> inserts.insert(document(run + n, run)));

    assertThat(inserted).hasSize(300).containsOnly(true);
    assertThat(stored(run)).isEqualTo(300);
  }

  @Test
  void ofSeveralWithOneIdOneWins() throws Exception {
    GroupedInserts inserts = inserts();
    String run = UUID.randomUUID().toString();

    List<Boolean> inserted = atOnce(200, n -> inserts.insert(document(run + n % 50, run)));

    assertThat(inserted.stream().filter(Boolean::booleanValue)).hasSize(50);
    assertThat(stored(run)).isEqualTo(50);
  }

  @Test
  void whatCannotBeStoredFailsAndTheNextOneGoesOn() {
    GroupedInserts inserts = inserts();
    String run = UUID.randomUUID().toString();

    assertThatThrownBy(() -> inserts.insert(document(run, run).append("bad", new Object())))
        .isInstanceOf(CodecConfigurationException.class);

    assertThat(inserts.insert(document(run, run))).isTrue();
  }

  private GroupedInserts inserts() {
    return new GroupedInserts(() -> mongo.getCollection(COLLECTION));
  }

  private long stored(String run) {
    return mongo
        .getCollection(COLLECTION)
        .countDocuments(new Document("companyId", "acme").append("run", run));
  }

  private static Document document(String id, String run) {
    return new Document("_id", id).append("companyId", "acme").append("run", run);
  }

  private interface Insert {
    boolean insert(int number);
  }

  private static List<Boolean> atOnce(int count, Insert insert) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Boolean>> tasks = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        int number = i;
        tasks.add(() -> insert.insert(number));
      }
      List<Boolean> results = new ArrayList<>();
      for (Future<Boolean> future : threads.invokeAll(tasks)) {
        results.add(future.get());
      }
      return results;
    }
  }
}
