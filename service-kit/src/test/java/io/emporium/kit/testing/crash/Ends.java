package io.emporium.kit.testing.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.emporium.events.Message;
import io.emporium.kit.testing.TestBroker;
import io.emporium.kit.testing.crash.Halts.Step;
import io.emporium.kit.testing.crash.Sample.Prepared;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/// How samples end, and whether disturbed ones end like undisturbed ones.
final class Ends {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final int CALM = 4;

  /// How a sample ends when nothing is in its way.
  ///
  /// @param steps taken, per place in [Prepared#correlations]
  record Undisturbed(Snapshot end, List<List<Step>> steps) {}

  /// A sample that was disturbed, and how it has to end.
  record Disturbed(String what, Prepared prepared, Snapshot expected) {}

  private final TestBroker broker;
  private final Halts halts;
  private final Set<Class<? extends Message>> answers;

  Ends(TestBroker broker, Halts halts, Set<Class<? extends Message>> answers) {
    this.broker = broker;
    this.halts = halts;
    this.answers = answers;
  }

  /// Lets it happen, and waits until all is calm.
  Undisturbed of(Sample sample) {
    Prepared prepared = sample.given().get();
    prepared.correlations().forEach(halts::watch);
    broker.deliver(prepared.message());
    awaitAcknowledged(prepared);
    Snapshot end = atRest(prepared);
    return new Undisturbed(end, prepared.correlations().stream().map(halts::seen).toList());
  }

  void awaitAcknowledged(Prepared prepared) {
    await(prepared.message().type() + " is handled; it is retried or parked otherwise")
        .atMost(PATIENCE)
        .until(() -> halts.acknowledged(prepared.message()));
  }

  private Snapshot atRest(Prepared prepared) {
    AtomicReference<Snapshot> last = new AtomicReference<>(snapshot(prepared));
    AtomicInteger calm = new AtomicInteger();
    await()
        .pollInterval(POLL)
        .atMost(PATIENCE)
        .until(
            () -> {
              Snapshot now = snapshot(prepared);
              boolean same = now.equals(last.getAndSet(now));
              return (same ? calm.incrementAndGet() : calm.getAndSet(0)) >= CALM;
            });
    return last.get();
  }

  private Snapshot snapshot(Prepared prepared) {
    return Snapshot.of(
        prepared.state().get(),
        prepared.correlations().stream()
            .flatMap(correlation -> broker.publishedUnder(correlation).stream())
            .toList(),
        answers);
  }

  /// All come to the expected end, and after all the others have, none has gone beyond it.
  void requireSame(List<Disturbed> disturbed) {
    Parallel.forEach(
        disturbed,
        one ->
            await()
                .pollInterval(POLL)
                .atMost(PATIENCE)
                .untilAsserted(
                    () ->
                        assertThat(snapshot(one.prepared()))
                            .as(one.what())
                            .isEqualTo(one.expected())));
    Parallel.forEach(
        disturbed,
        one ->
            assertThat(snapshot(one.prepared()))
                .as(one.what() + ", later")
                .isEqualTo(one.expected()));
  }
}
