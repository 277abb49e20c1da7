package io.emporium.localstack.mongo;

import de.bwaldvogel.mongo.bson.Document;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where all documents are: one MVStore, each collection a map of it.
///
/// In a file, every commit of an MVStore writes all changed pages anew, up to the root of every
/// map. So it commits seldom, and what changed in the meantime is kept in a [Journal], one entry
/// for each changed document. Opening the file carries the journal out again.
final class DocumentStore implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DocumentStore.class);

  private static final int JOURNAL_INTERVAL_MILLIS = 200;
  private static final int JOURNAL_FILE_BYTES = 16 * 1024 * 1024;
  private static final int COMMIT_INTERVAL_MILLIS = 10_000;
  private static final int COMMIT_ABOVE_KILOBYTES = 24 * 1024;
  private static final int CACHE_MEGABYTES = 48;
  // Small pages: an update rewrites the few documents beside it, not a hundred.
  private static final int PAGE_BYTES = 8 * 1024;
  // Space of replaced pages is taken back soon; a power cut is no concern here.
  private static final int RETENTION_MILLIS = 5_000;
  private static final int COMPACT_BELOW_FILL_PERCENT = 40;

  /// One document's place.
  record Place(int map, Object position) {}

  private final MVStore file;
  private final @Nullable Journal journal;
  private final @Nullable ScheduledExecutorService clerk;
  private Map<Place, @Nullable Document> unwritten = new HashMap<>();

  private DocumentStore(MVStore file, @Nullable Journal journal) {
    this.file = file;
    this.journal = journal;
    this.clerk = journal == null ? null : startClerk();
  }

  static DocumentStore inMemory() {
    return new DocumentStore(MVStore.open(null), null);
  }

  /// `mongo.mv` and its journal.
  static DocumentStore inDirectory(Path directory) {
    try {
      Files.createDirectories(directory);
      MVStore file =
          new MVStore.Builder()
              .fileName(directory.resolve("mongo.mv").toString())
              .cacheSize(CACHE_MEGABYTES)
              .pageSplitSize(PAGE_BYTES)
              .autoCommitBufferSize(COMMIT_ABOVE_KILOBYTES)
              .autoCompactFillRate(COMPACT_BELOW_FILL_PERCENT)
              .open();
      file.setAutoCommitDelay(COMMIT_INTERVAL_MILLIS);
      file.setRetentionTime(RETENTION_MILLIS);
      Journal journal = new Journal(directory, JOURNAL_FILE_BYTES);
      journal.replay(id -> map(file, id), () -> commit(file));
      return new DocumentStore(file, journal);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable MVMap<Object, Document> map(MVStore file, int id) {
    String name = file.getMapName(id);
    return name == null ? null : open(file, name);
  }

  private static MVMap<Object, Document> open(MVStore file, String name) {
    return file.openMap(
        name,
        new MVMap.Builder<Object, Document>()
            .keyType(DocumentKeyType.INSTANCE)
            .valueType(BsonDocumentType.INSTANCE));
  }

  private ScheduledExecutorService startClerk() {
    ScheduledExecutorService clerk =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("mongo-journal").factory());
    var unused =
        clerk.scheduleWithFixedDelay(
            this::writeJournal,
            JOURNAL_INTERVAL_MILLIS,
            JOURNAL_INTERVAL_MILLIS,
            TimeUnit.MILLISECONDS);
    return clerk;
  }

  List<String> mapNames() {
    return List.copyOf(file.getMapNames());
  }

  /// Opens or creates a map. The journal speaks only of maps that the file knows.
  MVMap<Object, Document> documents(String mapName) {
    boolean isNew = !file.hasMap(mapName);
    MVMap<Object, Document> documents = open(file, mapName);
    if (isNew) {
      commit();
    }
    return documents;
  }

  void remove(String mapName) {
    file.removeMap(mapName);
    commit();
  }

  void rename(String mapName, String newName) {
    file.renameMap(file.openMap(mapName), newName);
    commit();
  }

  long size() {
    return file.getFileStore() == null ? 0 : file.getFileStore().size();
  }

  /// Takes note of a document that was stored, or removed when null. From now on it must not be
  /// written into.
  void changed(MVMap<Object, Document> map, Object position, @Nullable Document document) {
    if (journal != null) {
      Place place = new Place(map.getId(), position);
      synchronized (this) {
        unwritten.put(place, document);
      }
    }
  }

  private void commit() {
    writeJournal();
    commit(file);
  }

  private static void commit(MVStore file) {
    var unused = file.commit();
  }

  /// A failure costs the durability that the journal adds, not the data: the file commits by
  /// itself.
  private void writeJournal() {
    if (journal == null) {
      return;
    }
    try {
      journal.write(this::takeUnwritten, () -> commit(file));
    } catch (IOException | RuntimeException e) {
      LOG.error("the journal cannot be written", e);
    }
  }

  private synchronized Map<Place, @Nullable Document> takeUnwritten() {
    Map<Place, @Nullable Document> taken = unwritten;
    if (!taken.isEmpty()) {
      unwritten = new HashMap<>();
    }
    return taken;
  }

  @Override
  public void close() {
    if (clerk != null) {
      clerk.shutdown();
    }
    writeJournal();
    file.close();
    if (journal != null) {
      journal.close();
    }
  }
}
