package io.emporium.kit.testing.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/// A few at a time: they mostly wait.
public final class Parallel {

  private static final int AT_ONCE = 12;

  private Parallel() {}

  /// @throws AssertionError of the first that fails, with the others as suppressed
  public static <T> void forEach(List<T> all, Consumer<T> work) {
    List<Throwable> failures = new ArrayList<>();
    try (ExecutorService threads =
        Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
      List<Future<?>> running = new ArrayList<>();
      for (T one : all) {
        running.add(threads.submit(() -> work.accept(one)));
      }
      for (Future<?> one : running) {
        join(one, failures);
      }
    }
    if (!failures.isEmpty()) {
      AssertionError first =
          new AssertionError(
              failures.size()
                  + " of "
                  + all.size()
                  + " failed: "
                  + failures.getFirst().getMessage(),
              failures.getFirst());
      failures.stream().skip(1).limit(20).forEach(first::addSuppressed);
      throw first;
    }
  }

  private static void join(Future<?> one, List<Throwable> failures) {
    try {
      var _ = one.get();
    } catch (ExecutionException e) {
      failures.add(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
