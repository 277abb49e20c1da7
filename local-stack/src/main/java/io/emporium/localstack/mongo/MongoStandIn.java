package io.emporium.localstack.mongo;

import java.net.InetSocketAddress;
import java.nio.file.Path;

/// A MongoDB server inside this process: standalone, without transactions, TTL or partial indexes.
public final class MongoStandIn implements AutoCloseable {

  private final WireServer server;

  private MongoStandIn(WireServer server) {
    this.server = server;
  }

  /// Starts on a free loopback port; nothing outlives the process.
  public static MongoStandIn inMemory() {
    return inMemory(new InetSocketAddress("127.0.0.1", 0));
  }

  public static MongoStandIn inMemory(InetSocketAddress address) {
    return start(DocumentStore.inMemory(), address);
  }

  /// Keeps its data in `directory`, written every 200 ms and on close.
  public static MongoStandIn inDirectory(Path directory, InetSocketAddress address) {
    return start(DocumentStore.inDirectory(directory), address);
  }

  private static MongoStandIn start(DocumentStore store, InetSocketAddress address) {
    return new MongoStandIn(new WireServer(new IndexedBackend(store), address));
  }

  public String connectionString() {
    return "mongodb://127.0.0.1:" + server.port();
  }

  @Override
  public void close() {
    server.close();
  }
}
