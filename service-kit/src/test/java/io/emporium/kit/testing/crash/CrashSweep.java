package io.emporium.kit.testing.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.emporium.events.Contracts;
import io.emporium.events.Message;
import io.emporium.kit.messaging.ConsumerDefinition;
import io.emporium.kit.messaging.ConsumerRegistry;
import io.emporium.kit.outbox.OutboxRelay;
import io.emporium.kit.testing.TestBroker;
import io.emporium.kit.testing.crash.Ends.Disturbed;
import io.emporium.kit.testing.crash.Ends.Undisturbed;
import io.emporium.kit.testing.crash.Sample.Prepared;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/// Extend this in a service's tests and say with which samples its handlers are tried. The list of
/// handlers comes from the service itself: one without a sample fails, so none is forgotten.
///
/// Each sample is handled once undisturbed. Then the service is halted at each point that was
/// reached on the way: before a write, after it, around a call to a provider, before the
/// acknowledgement, and in the relay before publishing, after it and after taking out. Redelivery
/// and sweeps have to bring it to the same end.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class CrashSweep {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /// How many worlds are made at once before the relay is halted in each. Not all: in one that
  /// waits long, something is sent again by itself, and would be what the relay is halted at.
  private static final int WORLDS_AHEAD = 6;

  @Autowired private ConsumerRegistry registry;
  @Autowired private TestBroker broker;
  @Autowired private Halts halts;
  @Autowired private OutboxRelay relay;

  private Map<Sample, Undisturbed> undisturbed = Map.of();

  protected abstract List<Sample> samples();

  /// Facts that answer commands: a command that comes again is answered again.
  protected Set<Class<? extends Message>> answers() {
    return Set.of();
  }

  @BeforeAll
  static void aDyingThreadIsExpected() {
    Awaitility.doNotCatchUncaughtExceptionsByDefault();
    // Many samples at once are no hurry.
    Awaitility.setDefaultTimeout(PATIENCE);
  }

  @Test
  void everyHandlerHasASample() {
    Set<String> handled = new TreeSet<>();
    registry.consumers().stream()
        .filter(consumer -> !consumer.perInstance())
        .map(ConsumerDefinition::contracts)
        .forEach(contracts -> contracts.forEach(one -> handled.add(Contracts.nameOf(one))));
    Set<String> tried =
        samples().stream()
            .map(sample -> Contracts.nameOf(sample.contract()))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(handled).as("handlers without a sample").isSubsetOf(tried);
  }

  @Test
  void everyHandlerEndsAlikeWhereverItIsHalted() {
    List<Disturbed> disturbed = new ArrayList<>();
    Parallel.forEach(
        haltsToTry(),
        halt -> {
          Disturbed one = haltAt(halt);
          synchronized (disturbed) {
            disturbed.add(one);
          }
        });
    ends().requireSame(disturbed);
    System.out.printf(
        "crash sweep of %s: %d samples, %d halts in handlers%n",
        getClass().getSimpleName(), samples().size(), disturbed.size());
  }

  @Test
  void everyHandlerEndsAlikeWhereverTheRelayIsHalted() {
    List<RelayHalt> halts = relayHaltsToTry();
    List<Disturbed> disturbed = new ArrayList<>();
    for (int from = 0; from < halts.size(); from += WORLDS_AHEAD) {
      List<RelayHalt> some = halts.subList(from, Math.min(from + WORLDS_AHEAD, halts.size()));
      Map<RelayHalt, Prepared> worlds = new ConcurrentHashMap<>();
      Parallel.forEach(some, halt -> worlds.put(halt, halt.sample().given().get()));
      // One after the other: there is one relay.
      some.forEach(halt -> disturbed.add(haltRelayAt(halt, worlds.get(halt))));
    }
    ends().requireSame(disturbed);
    System.out.printf(
        "crash sweep of %s: %d halts of the relay%n", getClass().getSimpleName(), disturbed.size());
  }

  @Test
  void everyMessageMayComeThreeTimes() {
    List<Disturbed> disturbed = new ArrayList<>();
    Parallel.forEach(
        List.copyOf(undisturbed().entrySet()),
        entry -> {
          Prepared prepared = entry.getKey().given().get();
          prepared.correlations().forEach(halts::watch);
          for (int n = 0; n < 3; n++) {
            broker.deliver(prepared.message());
          }
          ends().awaitAcknowledged(prepared);
          synchronized (disturbed) {
            disturbed.add(
                new Disturbed(entry.getKey() + " three times", prepared, entry.getValue().end()));
          }
        });
    ends().requireSame(disturbed);
  }

  private record HaltToTry(Sample sample, int place, int nth, String point, Snapshot expected) {
    @Override
    public String toString() {
      return sample + " halted at point " + nth + ", " + point;
    }
  }

  private List<HaltToTry> haltsToTry() {
    List<HaltToTry> all = new ArrayList<>();
    undisturbed()
        .forEach(
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

  private Disturbed haltAt(HaltToTry halt) {
    Prepared prepared = halt.sample().given().get();
    List<String> correlations = prepared.correlations();
    correlations.forEach(halts::watch);
    String correlation = correlations.get(halt.place());
    halts.haltAt(correlation, halt.nth());
    broker.deliver(prepared.message());
    await(halt.toString()).atMost(PATIENCE).until(() -> halts.halted(correlation));
    ends().awaitAcknowledged(prepared);
    return new Disturbed(halt.toString(), prepared, halt.expected());
  }

  private record RelayHalt(String point, Sample sample, Snapshot expected) {
    @Override
    public String toString() {
      return sample + ", relay halted at " + point;
    }
  }

  private List<RelayHalt> relayHaltsToTry() {
    List<RelayHalt> all = new ArrayList<>();
    undisturbed()
        .forEach(
            (sample, clean) -> {
              if (!clean.end().published().isEmpty()) {
                Halts.OF_THE_RELAY.forEach(
                    point -> all.add(new RelayHalt(point, sample, clean.end())));
              }
            });
    return all;
  }

  private Disturbed haltRelayAt(RelayHalt halt, Prepared prepared) {
    String correlation = prepared.message().correlationid();
    prepared.correlations().forEach(halts::watch);
    halts.haltNextAt(halt.point());
    broker.deliver(prepared.message());
    await(halt.toString()).atMost(PATIENCE).until(() -> halts.haltedAt(halt.point()));
    relay.stop();
    relay.start();
    await().atMost(PATIENCE).until(() -> halts.acknowledged(correlation));
    return new Disturbed(halt.toString(), prepared, halt.expected());
  }

  private Map<Sample, Undisturbed> undisturbed() {
    if (undisturbed.isEmpty()) {
      Map<Sample, Undisturbed> found = new LinkedHashMap<>();
      List<Sample> all = samples();
      all.forEach(
          sample -> found.put(sample, new Undisturbed(new Snapshot("", Map.of()), List.of())));
      Parallel.forEach(
          all,
          sample -> {
            Undisturbed clean = ends().of(sample);
            synchronized (found) {
              found.put(sample, clean);
            }
          });
      undisturbed = found;
    }
    return undisturbed;
  }

  private Ends ends() {
    return new Ends(broker, halts, answers());
  }
}
