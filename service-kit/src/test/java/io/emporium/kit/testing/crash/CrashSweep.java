package io.emporium.kit.testing.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.emporium.events.Contracts;
import io.emporium.events.Envelope;
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
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
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

  @Autowired private ConsumerRegistry registry;
  @Autowired private TestBroker broker;
  @Autowired private Halts halts;
  @Autowired private OutboxRelay relay;

  private Map<Sample, Undisturbed> undisturbed = Map.of();

  protected abstract List<Sample> samples();

  /// Those with which handlers are halted: all, unless one stands for others that are handled by
  /// the same lines.
  protected List<Sample> halted() {
    return samples();
  }

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

  /// News of one kind of subject, as samples.
  ///
  /// @param worlds makes one
  /// @param subject what the news are about
  /// @param company whose it is
  /// @param state what came of it
  protected final <W> NewsSamples<W> newsOf(
      Supplier<W> worlds,
      Function<W, String> subject,
      Function<W, @Nullable String> company,
      Function<W, String> state) {
    return new NewsSamples<>(this::tell, worlds, subject, company, state);
  }

  /// Returns when it has been handled.
  protected final void tell(Envelope<? extends Message> envelope) {
    halts.watch(envelope.correlationid());
    broker.deliver(envelope);
    await().until(() -> halts.acknowledged(envelope));
  }

  @Test
  void everyHandlerHasASample() {
    Set<String> handled = new TreeSet<>();
    consumers().stream()
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
    HandlerHalts handlers = new HandlerHalts(broker, halts, ends());
    List<Disturbed> disturbed = Collections.synchronizedList(new ArrayList<>());
    Parallel.forEach(
        HandlerHalts.allOf(undisturbed(halted())), halt -> disturbed.add(handlers.disturb(halt)));
    ends().requireSame(disturbed);
    handlers.requireEachKindHalted();
    System.out.printf(
        "crash sweep of %s: %d samples, %d halts in handlers%n",
        getClass().getSimpleName(), samples().size(), disturbed.size());
  }

  @Test
  void everyHandlerEndsAlikeWhereverTheRelayIsHalted() {
    RelayHalts relays = new RelayHalts(broker, halts, relay);
    List<Disturbed> disturbed = relays.disturb(RelayHalts.allOf(undisturbed()));
    ends().requireSame(disturbed);
    System.out.printf(
        "crash sweep of %s: %d halts of the relay%n", getClass().getSimpleName(), disturbed.size());
  }

  @Test
  void everyMessageMayComeThreeTimes() {
    List<Disturbed> disturbed = Collections.synchronizedList(new ArrayList<>());
    Parallel.forEach(
        List.copyOf(undisturbed().entrySet()),
        entry -> {
          Prepared prepared = entry.getKey().given().get();
          prepared.correlations().forEach(halts::watch);
          for (int n = 0; n < 3; n++) {
            broker.deliver(prepared.message());
          }
          ends().awaitAcknowledged(prepared);
          disturbed.add(
              new Disturbed(entry.getKey() + " three times", prepared, entry.getValue().end()));
        });
    ends().requireSame(disturbed);
  }

  @Test
  void whatNobodyCanReadIsParkedAndHoldsNothingUp() {
    List<Disturbed> disturbed = new ArrayList<>();
    Poison poison = new Poison(broker, consumers());
    for (ConsumerDefinition consumer : consumers()) {
      Sample sample = sampleFor(consumer);
      disturbed.add(
          new Disturbed(
              sample + " behind poison in " + consumer.queue(),
              sample.given().get(),
              undisturbed().get(sample).end()));
    }
    poison.pour();
    for (Disturbed one : disturbed) {
      one.prepared().correlations().forEach(halts::watch);
      broker.deliver(one.prepared().message());
    }
    ends().requireSame(disturbed);
    poison.awaitParked();
  }

  private Sample sampleFor(ConsumerDefinition consumer) {
    return undisturbed().keySet().stream()
        .filter(sample -> consumer.contracts().contains(sample.contract()))
        .findFirst()
        .orElseThrow();
  }

  /// Those that the service has once, however many instances there are of it.
  private List<ConsumerDefinition> consumers() {
    return registry.consumers().stream().filter(consumer -> !consumer.perInstance()).toList();
  }

  private Map<Sample, Undisturbed> undisturbed(List<Sample> some) {
    Set<String> names = some.stream().map(Sample::toString).collect(Collectors.toSet());
    Map<Sample, Undisturbed> found = new LinkedHashMap<>(undisturbed());
    found.keySet().removeIf(sample -> !names.contains(sample.toString()));
    return found;
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
