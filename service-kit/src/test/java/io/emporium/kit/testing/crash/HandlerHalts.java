package io.emporium.kit.testing.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.emporium.kit.testing.TestBroker;
import io.emporium.kit.testing.crash.Ends.Disturbed;
import io.emporium.kit.testing.crash.Ends.Undisturbed;
import io.emporium.kit.testing.crash.Halts.Step;
import io.emporium.kit.testing.crash.Sample.Prepared;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The service halted in a handler.
final class HandlerHalts {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final TestBroker broker;
  private final Halts halts;
  private final Ends ends;
  private final Map<HaltToTry, String> tried = new ConcurrentHashMap<>();

  HandlerHalts(TestBroker broker, Halts halts, Ends ends) {
    this.broker = broker;
    this.halts = halts;
    this.ends = ends;
  }

  /// @param place in [Prepared#correlations]
  record HaltToTry(Sample sample, int place, Step step, Snapshot expected) {
    @Override
    public String toString() {
      return sample + " halted at " + step;
    }
  }

  /// One for each point that was reached when nothing was in the way.
  static List<HaltToTry> allOf(Map<Sample, Undisturbed> undisturbed) {
    List<HaltToTry> all = new ArrayList<>();
    undisturbed.forEach(
        (sample, clean) -> {
          for (int place = 0; place < clean.steps().size(); place++) {
            for (Step step : clean.steps().get(place)) {
              all.add(new HaltToTry(sample, place, step, clean.end()));
            }
          }
        });
    return all;
  }

  Disturbed disturb(HaltToTry halt) {
    Prepared prepared = halt.sample().given().get();
    List<String> correlations = prepared.correlations();
    correlations.forEach(halts::watch);
    String correlation = correlations.get(halt.place());
    halts.haltAt(correlation, halt.step());
    tried.put(halt, correlation);
    broker.deliver(prepared.message());
    await(halt.toString())
        .atMost(PATIENCE)
        .until(() -> halts.halted(correlation) || halts.acknowledged(prepared.message()));
    ends.awaitAcknowledged(prepared);
    return new Disturbed(halt.toString(), prepared, halt.expected());
  }

  /// Every kind of step was one to halt at. Of its repetitions some may not have come: where two
  /// met in the undisturbed run, one of them wrote once more there than here.
  void requireEachKindHalted() {
    await("steps that nobody was halted at")
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(notHalted()).isEmpty());
  }

  private List<HaltToTry> notHalted() {
    return tried.entrySet().stream()
        .filter(one -> one.getKey().step().nth() == 1 && !halts.halted(one.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }
}
