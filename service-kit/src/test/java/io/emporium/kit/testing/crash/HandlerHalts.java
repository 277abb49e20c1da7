package io.emporium.kit.testing.crash;

import static org.awaitility.Awaitility.await;

import io.emporium.kit.testing.TestBroker;
import io.emporium.kit.testing.crash.Ends.Disturbed;
import io.emporium.kit.testing.crash.Ends.Undisturbed;
import io.emporium.kit.testing.crash.Sample.Prepared;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The service halted in a handler.
final class HandlerHalts {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final TestBroker broker;
  private final Halts halts;
  private final Ends ends;
  private final Set<String> tried = ConcurrentHashMap.newKeySet();

  HandlerHalts(TestBroker broker, Halts halts, Ends ends) {
    this.broker = broker;
    this.halts = halts;
    this.ends = ends;
  }

  /// @param place in [Prepared#correlations]
  /// @param nth point that is reached there
  record HaltToTry(Sample sample, int place, int nth, String point, Snapshot expected) {
    @Override
    public String toString() {
      return sample + " halted at point " + nth + ", " + point;
    }
  }

  /// One for each point that was reached when nothing was in the way.
  static List<HaltToTry> allOf(Map<Sample, Undisturbed> undisturbed) {
    List<HaltToTry> all = new ArrayList<>();
    undisturbed.forEach(
        (sample, clean) -> {
          for (int place = 0; place < clean.points().size(); place++) {
            List<String> points = clean.points().get(place);
            for (int n = 0; n < points.size(); n++) {
              all.add(new HaltToTry(sample, place, n + 1, points.get(n), clean.end()));
            }
          }
        });
    return all;
  }

  /// How often the point was not reached.
  long missed() {
    return tried.stream().filter(correlation -> !halts.halted(correlation)).count();
  }

  Disturbed disturb(HaltToTry halt) {
    Prepared prepared = halt.sample().given().get();
    List<String> correlations = prepared.correlations();
    correlations.forEach(halts::watch);
    String correlation = correlations.get(halt.place());
    halts.haltAt(correlation, halt.nth());
    tried.add(correlation);
    broker.deliver(prepared.message());
    // Where two met, the undisturbed run may have had a step more: the message is then handled
    // before that point is reached, and must come to the same end.
    await(halt.toString())
        .atMost(PATIENCE)
        .until(() -> halts.halted(correlation) || halts.acknowledged(correlation));
    ends.awaitAcknowledged(prepared);
    return new Disturbed(halt.toString(), prepared, halt.expected());
  }
}
