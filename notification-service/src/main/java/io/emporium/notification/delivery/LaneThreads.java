package io.emporium.notification.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The threads of all lanes.
final class LaneThreads {

  private final List<Thread> threads = new ArrayList<>();

  void start(String name, Runnable work) {
    threads.add(Thread.ofVirtual().name(name).start(work));
  }

  /// Waits for those that are at something. A send that is cut off may have reached the provider,
  /// but an interrupted thread cannot enter that: the message would go out a second time.
  ///
  /// @param patience with all of them together; who takes longer is interrupted
  /// @return how many were interrupted
  int end(Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    try {
      for (Thread thread : threads) {
        var _ = thread.join(Duration.ofNanos(deadline - System.nanoTime()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    List<Thread> late = threads.stream().filter(Thread::isAlive).toList();
    late.forEach(Thread::interrupt);
    threads.clear();
    return late.size();
  }
}
