package io.emporium.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LaneThreadsTest {

  private final LaneThreads threads = new LaneThreads();
  private final CountDownLatch answer = new CountDownLatch(1);
  private final AtomicBoolean interrupted = new AtomicBoolean();

  @Test
  void whoIsAtSomethingComesToTheEndOfIt() throws Exception {
    AtomicInteger cutOff = new AtomicInteger(-1);
    threads.start("sending", this::send);

    Thread end = Thread.ofVirtual().start(() -> cutOff.set(threads.end(Duration.ofMinutes(1))));
    await().until(() -> end.getState() == Thread.State.TIMED_WAITING);
    answer.countDown();
    end.join();

    assertThat(cutOff).hasValue(0);
    assertThat(interrupted).isFalse();
  }

  @Test
  void whoTakesTooLongIsInterrupted() {
    threads.start("sending", this::send);

    int cutOff = threads.end(Duration.ofMillis(50));

    assertThat(cutOff).isOne();
    await().untilTrue(interrupted);
  }

  private void send() {
    try {
      answer.await();
    } catch (InterruptedException e) {
      interrupted.set(true);
    }
  }
}
