package io.emporium.localstack.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Document;
import io.emporium.localstack.mongo.DocumentStore.Place;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

  private static final int KNOWN = 1;
  private static final int DROPPED = 2;

  @TempDir private Path directory;
  private final AtomicInteger commits = new AtomicInteger();
  private final MVMap<Object, Document> map = MVStore.open(null).openMap("documents");

  @Test
  void theLastWordOnEveryDocumentIsReplayed() throws IOException {
    try (Journal journal = new Journal(directory, 1_000_000)) {
      write(journal, KNOWN, "a", new Document("n", 1));
      write(journal, KNOWN, "b", new Document("n", 1));
      write(journal, KNOWN, "a", new Document("n", 2));
      write(journal, KNOWN, "b", null);
      write(journal, DROPPED, "c", new Document("n", 1));

      replay();
    }

    assertThat(map).containsOnlyKeys("a");
    assertThat(map.get("a")).isEqualTo(new Document("n", 2));
  }

  @Test
  void halfAFrameAtTheEndIsOverlooked() throws IOException {
    try (Journal journal = new Journal(directory, 1_000_000)) {
      write(journal, KNOWN, "a", new Document("n", 1));
      write(journal, KNOWN, "b", new Document("n", 1));
      Path file = directory.resolve("mongo.journal.1");
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        long length = channel.size();
        assertThat(channel.truncate(length - 1).size()).isEqualTo(length - 1);
      }

      replay();
    }

    assertThat(map).containsOnlyKeys("a");
  }

  @Test
  void whatIsCommittedForLongIsForgotten() throws IOException {
    try (Journal journal = new Journal(directory, 100)) {
      for (int i = 0; i < 50; i++) {
        write(journal, KNOWN, "a" + i, new Document("text", "x".repeat(200)));
      }

      assertThat(commits).hasValue(50);
      try (Stream<Path> files = Files.list(directory)) {
        assertThat(files).hasSize(1);
      }
      replay();
      assertThat(map).containsOnlyKeys("a49");
    }
  }

  private void write(Journal journal, int map, String position, Document document)
      throws IOException {
    Map<Place, Document> changes = new HashMap<>();
    changes.put(new Place(map, position), document);
    journal.write(() -> changes, commits::incrementAndGet);
  }

  private void replay() throws IOException {
    new Journal(directory, 1_000_000).replay(id -> id == KNOWN ? map : null, () -> {});
  }
}
