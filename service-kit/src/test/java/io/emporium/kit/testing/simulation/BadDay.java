package io.emporium.kit.testing.simulation;

import static org.awaitility.Awaitility.await;

import io.emporium.events.Envelope;
import io.emporium.events.Message;
import io.emporium.kit.messaging.ConsumerRegistry;
import io.emporium.kit.testing.TestBroker;
import io.emporium.kit.testing.crash.Halts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Delivers over the real broker, and says when everything has been handled.
public final class BadDay {

  private static final int COPIES = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final TestBroker broker;
  private final Halts halts;
  private final ConsumerRegistry registry;

  public BadDay(TestBroker broker, Halts halts, ConsumerRegistry registry) {
    this.broker = broker;
    this.halts = halts;
    this.registry = registry;
  }

  /// News whose order means nothing: each three times, anywhere. Returns when every copy has been
  /// handled.
  public void deliver(List<Envelope<? extends Message>> news, Random random) {
    List<Envelope<? extends Message>> anyhow = new ArrayList<>(news);
    Collections.shuffle(anyhow, random);
    Map<String, Integer> expected = new HashMap<>();
    news.forEach(
        one -> expected.merge(one.correlationid(), COPIES * consumersOf(one), Integer::sum));
    expected.keySet().forEach(halts::watch);
    Shuffled.threeTimes(anyhow, random).forEach(broker::deliver);
    expected.forEach(this::awaitHandled);
  }

  /// The clean run: each once, when the one before it has been handled.
  public void deliverCalmly(List<Envelope<? extends Message>> news) {
    for (Envelope<? extends Message> one : news) {
      halts.watch(one.correlationid());
      broker.deliver(one);
      awaitHandled(one.correlationid(), consumersOf(one));
    }
  }

  private void awaitHandled(String correlationId, int times) {
    await(times + " are handled under " + correlationId + "; some is retried or parked otherwise")
        .atMost(PATIENCE)
        .until(() -> halts.handled(correlationId) >= times);
  }

  private int consumersOf(Envelope<? extends Message> message) {
    return (int)
        registry.consumers().stream()
            .filter(consumer -> !consumer.perInstance())
            .filter(consumer -> consumer.contracts().contains(message.data().getClass()))
            .count();
  }
}
