package io.emporium.kit.testing.crash;

import static org.awaitility.Awaitility.await;

import io.emporium.events.Message;
import io.emporium.kit.messaging.ConsumerDefinition;
import io.emporium.kit.testing.TestBroker;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What nobody can read, in every queue of a service.
final class Poison {

  private static final byte[] ODD = "{\"odd\":".getBytes(StandardCharsets.UTF_8);

  private final TestBroker broker;
  private final List<ConsumerDefinition> consumers;
  private final String parking;
  private int expected;

  /// @param consumers those whose messages are kept when they fail
  Poison(TestBroker broker, List<ConsumerDefinition> consumers) {
    this.broker = broker;
    this.consumers = consumers;
    String queue = consumers.getFirst().queue();
    this.parking = queue.substring(0, queue.indexOf('.')) + ".parking";
    this.expected = broker.depth(parking);
  }

  /// As many as each queue is worked on by threads: whatever comes behind finds no free one.
  void pour() {
    for (ConsumerDefinition consumer : consumers) {
      Class<? extends Message> contract = consumer.contracts().iterator().next();
      for (int n = 0; n < consumer.concurrency(); n++) {
        broker.deliverRaw(contract, ODD, "poison-" + consumer.queue() + "-" + n);
        expected += (int) consumers.stream().filter(c -> c.contracts().contains(contract)).count();
      }
    }
  }

  void awaitParked() {
    await("all poison is in " + parking).until(() -> broker.depth(parking) == expected);
  }
}
