package io.emporium.kit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TurnsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
  private final Turns turns = new Turns(1);

  @AfterEach
  void close() {
    requests.shutdownNow();
  }

  @Test
  void comeInTheOrderOfTheRequests() throws Exception {
    List<Integer> order = new CopyOnWriteArrayList<>();
    CountDownLatch first = new CountDownLatch(1);
    var _ = hold(first);
    for (int i = 0; i < 5; i++) {
      int number = i;
      var _ = requests.submit(() -> work(() -> order.add(number)));
      await().until(() -> turns.waiting() == number + 1);
    }

    first.countDown();

    await().until(() -> order.size() == 5);
    assertThat(order).containsExactly(0, 1, 2, 3, 4);
  }

  @Test
  void areForOthersWhileARequestWaitsAside() throws Exception {
    CountDownLatch news = new CountDownLatch(1);
    Future<Boolean> waiting = requests.submit(() -> work(() -> Turns.pauseAside(news::await)));

    assertThat(requests.submit(() -> work(news::countDown)).get()).isTrue();
    assertThat(waiting.get()).isTrue();
  }

  @Test
  void areWaitedForAgainAfterwards() throws Exception {
    AtomicInteger atOnce = new AtomicInteger();
    CountDownLatch news = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    Future<Boolean> waiting =
        requests.submit(
            () ->
                work(
                    () -> {
                      Turns.pauseAside(news::await);
                      assertThat(atOnce.get()).isZero();
                    }));
    Future<Boolean> other =
        requests.submit(
            () ->
                work(
                    () -> {
                      atOnce.incrementAndGet();
                      news.countDown();
                      end.await();
                      atOnce.decrementAndGet();
                    }));

    await().until(() -> turns.waiting() == 1);
    end.countDown();

    assertThat(other.get()).isTrue();
    assertThat(waiting.get()).isTrue();
  }

  @Test
  void areGivenBackOnceHoweverDeeplyARequestWaits() throws Exception {
    assertThat(work(() -> Turns.pauseAside(() -> Turns.pauseAside(() -> {})))).isTrue();

    CountDownLatch end = new CountDownLatch(1);
    Future<Boolean> holder = hold(end);
    Future<Boolean> next = requests.submit(() -> work(() -> {}));
    await().until(() -> turns.waiting() == 1);
    end.countDown();

    assertThat(holder.get()).isTrue();
    assertThat(next.get()).isTrue();
  }

  @Test
  void doNotComeWhenPatienceIsOver() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    Future<Boolean> holder = hold(end);

    assertThat(turns.work(Duration.ofMillis(1), () -> fail())).isFalse();

    end.countDown();
    assertThat(holder.get()).isTrue();
  }

  @Test
  void areNotNeededToWaitWithoutOne() throws Exception {
    assertThat(Turns.<String, Exception>aside(() -> "found")).isEqualTo("found");
  }

  /// A request that has its turn already, until the end is told.
  private Future<Boolean> hold(CountDownLatch end) throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    Future<Boolean> holder =
        requests.submit(
            () ->
                work(
                    () -> {
                      begun.countDown();
                      end.await();
                    }));
    begun.await();
    return holder;
  }

  private static Void fail() {
    throw new AssertionError("it was not its turn");
  }

  /// What a request does.
  private interface Work {
    void run() throws Exception;
  }

  private boolean work(Work work) throws Exception {
    return turns.work(
        PATIENCE,
        () -> {
          work.run();
          return null;
        });
  }
}
