package io.emporium.localstack.mongo;

import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.MVStore;

/// A MongoDB server inside this process: standalone, without transactions, TTL or partial indexes.
public final class MongoStandIn implements AutoCloseable {

  private static final int COMMIT_INTERVAL_MILLIS = 200;
  private static final int CACHE_MEGABYTES = 48;
  // Small pages: an update rewrites the few documents beside it, not a hundred.
  private static final int PAGE_BYTES = 8 * 1024;
  // Space of replaced pages is taken back soon; a power cut is no concern here.
  private static final int RETENTION_MILLIS = 5_000;
  private static final int COMPACT_BELOW_FILL_PERCENT = 40;
  private static final int WORKERS = 8;

  private final MongoServer server;

  private MongoStandIn(MongoServer server) {
    this.server = server;
  }

  /// Starts on a free loopback port; nothing outlives the process.
  public static MongoStandIn inMemory() {
    return inMemory(new InetSocketAddress("127.0.0.1", 0));
  }

  public static MongoStandIn inMemory(InetSocketAddress address) {
    return start(MVStore.open(null), address);
  }

  /// Keeps its data in `directory`, committed every 200 ms and on close.
  public static MongoStandIn inDirectory(Path directory, InetSocketAddress address) {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    MVStore store =
        new MVStore.Builder()
            .fileName(directory.resolve("mongo.mv").toString())
            .cacheSize(CACHE_MEGABYTES)
            .pageSplitSize(PAGE_BYTES)
            .autoCompactFillRate(COMPACT_BELOW_FILL_PERCENT)
            .open();
    store.setAutoCommitDelay(COMMIT_INTERVAL_MILLIS);
    store.setRetentionTime(RETENTION_MILLIS);
    return start(store, address);
  }

  private static MongoStandIn start(MVStore store, InetSocketAddress address) {
    MongoServer server = new MongoServer(new IndexedBackend(store));
    server.bind(address, 1, WORKERS);
    return new MongoStandIn(server);
  }

  public String connectionString() {
    InetSocketAddress address = server.getLocalAddress();
    return "mongodb://127.0.0.1:" + address.getPort();
  }

  @Override
  public void close() {
    server.shutdownNow();
  }
}
