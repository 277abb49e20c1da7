package io.emporium.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

class JobsTest {

  private final ThreadPoolTaskScheduler jobs =
      (ThreadPoolTaskScheduler) new KitAutoConfiguration().taskScheduler();

  @BeforeEach
  void start() {
    jobs.initialize();
  }

  @AfterEach
  void stop() {
    jobs.shutdown();
  }

  @Test
  void aLongOneHoldsUpNoOther() throws Exception {
    CountDownLatch endless = new CountDownLatch(1);
    CountDownLatch sweeps = new CountDownLatch(3);
    var _ = jobs.scheduleWithFixedDelay(() -> awaitQuietly(endless), Duration.ofMillis(1));

    var _ = jobs.scheduleWithFixedDelay(sweeps::countDown, Duration.ofMillis(1));

    assertThat(sweeps.await(10, TimeUnit.SECONDS)).isTrue();
    endless.countDown();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
