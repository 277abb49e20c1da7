package io.emporium.kit.testing.crash;

import static org.awaitility.Awaitility.await;

import io.emporium.kit.outbox.OutboxRelay;
import io.emporium.kit.testing.TestBroker;
import io.emporium.kit.testing.crash.Ends.Disturbed;
import io.emporium.kit.testing.crash.Ends.Undisturbed;
import io.emporium.kit.testing.crash.Sample.Prepared;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The relay halted with what a handler had it publish.
final class RelayHalts {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /// How many worlds are made at once before the relay is halted in each. Not all: in one that
  /// waits long, something is sent again by itself, and would be what the relay is halted at.
  private static final int WORLDS_AHEAD = 6;

  private final TestBroker broker;
  private final Halts halts;
  private final OutboxRelay relay;

  RelayHalts(TestBroker broker, Halts halts, OutboxRelay relay) {
    this.broker = broker;
    this.halts = halts;
    this.relay = relay;
  }

  record RelayHalt(String point, Sample sample, Snapshot expected) {
    @Override
    public String toString() {
      return sample + ", relay halted at " + point;
    }
  }

  static List<RelayHalt> allOf(Map<Sample, Undisturbed> undisturbed) {
    List<RelayHalt> all = new ArrayList<>();
    undisturbed.forEach(
        (sample, clean) -> {
          if (!clean.end().published().isEmpty()) {
            Halts.OF_THE_RELAY.forEach(point -> all.add(new RelayHalt(point, sample, clean.end())));
          }
        });
    return all;
  }

  List<Disturbed> disturb(List<RelayHalt> all) {
    List<Disturbed> disturbed = new ArrayList<>();
    for (int from = 0; from < all.size(); from += WORLDS_AHEAD) {
      List<RelayHalt> some = all.subList(from, Math.min(from + WORLDS_AHEAD, all.size()));
      Map<RelayHalt, Prepared> worlds = new ConcurrentHashMap<>();
      Parallel.forEach(some, halt -> worlds.put(halt, halt.sample().given().get()));
      // One after the other: there is one relay.
      some.forEach(halt -> disturbed.add(disturb(halt, worlds.get(halt))));
    }
    return disturbed;
  }

  private Disturbed disturb(RelayHalt halt, Prepared prepared) {
    prepared.correlations().forEach(halts::watch);
    halts.haltNextAt(halt.point());
    broker.deliver(prepared.message());
    await(halt.toString()).atMost(PATIENCE).until(() -> halts.haltedAt(halt.point()));
    relay.stop();
    relay.start();
    await().atMost(PATIENCE).until(() -> halts.acknowledged(prepared.message()));
    return new Disturbed(halt.toString(), prepared, halt.expected());
  }
}
