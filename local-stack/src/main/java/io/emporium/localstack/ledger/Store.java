package io.emporium.localstack.ledger;

import io.emporium.localstack.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Everything the providers know. A step is written, whole, before its answer leaves, so it
/// outlives a killed process (not a power cut); nothing of a step that fails is kept.
public final class Store implements AutoCloseable {

  private static final int CACHE_MEGABYTES = 8;

  private final MVStore file;
  private final ReentrantLock lock = new ReentrantLock();

  private Store(MVStore file) {
    this.file = file;
    file.setAutoCommitDelay(0);
  }

  /// Opens `providers.mv` in a directory, or an empty store in memory.
  public static Store open(@Nullable Path directory) {
    if (directory == null) {
      return new Store(MVStore.open(null));
    }
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String name = directory.resolve("providers.mv").toString();
    return new Store(
        new MVStore.Builder()
            .fileName(name)
            .cacheSize(CACHE_MEGABYTES)
            .autoCommitDisabled()
            .open());
  }

  /// Runs one step alone and makes it durable.
  public <T> T step(Supplier<T> work) {
    lock.lock();
    try {
      boolean outermost = lock.getHoldCount() == 1;
      T result = work.get();
      if (outermost) {
        var unused = file.commit();
      }
      return result;
    } catch (RuntimeException e) {
      if (lock.getHoldCount() == 1) {
        file.rollback();
      }
      throw e;
    } finally {
      lock.unlock();
    }
  }

  public void put(String kind, String id, ObjectNode value) {
    step(
        () -> {
          map(kind).put(id, Json.write(value));
          return value;
        });
  }

  public @Nullable ObjectNode get(String kind, String id) {
    String text = map(kind).get(id);
    return text == null ? null : Json.parse(text);
  }

  public void remove(String kind, String id) {
    var unused = step(() -> String.valueOf(map(kind).remove(id)));
  }

  /// All of a kind, in the order of their ids.
  public List<ObjectNode> all(String kind) {
    return map(kind).values().stream().map(Json::parse).toList();
  }

  private MVMap<String, String> map(String kind) {
    return file.openMap(kind);
  }

  @Override
  public void close() {
    file.close();
  }
}
