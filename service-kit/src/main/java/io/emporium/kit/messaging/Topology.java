package io.emporium.kit.messaging;

import io.emporium.events.Command;
import io.emporium.events.Contracts;
import io.emporium.events.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.Declarable;
import org.springframework.amqp.core.DirectExchange;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.QueueBuilder;
import org.springframework.amqp.core.TopicExchange;

/// Exchanges, queues and bindings, declared from this one place. Portable from RabbitMQ 3.10 to
/// 4.x.
///
/// Per consumer one quorum queue. Per service three retry queues, in which a message waits and then
/// returns to the queue named by its routing key, and one parking queue for what no repetition
/// mends.
public final class Topology {

  /// Facts, by wire name.
  public static final String EVENTS = "emporium.events";

  /// Commands, by wire name.
  public static final String COMMANDS = "emporium.commands";

  /// Messages that wait for another attempt, by the name of the queue they return to.
  static final String RETRY = "emporium.retry";

  private static final int BROKER_DELIVERY_LIMIT = 20;

  private Topology() {}

  /// Everything that one service declares, in an order in which it can be declared.
  ///
  /// @param prefix of queue names: `sales` for sales-service
  static List<Declarable> of(String prefix, ConsumerRegistry registry) {
    List<Declarable> all = new ArrayList<>(exchanges());
    all.addAll(ofService(prefix));
    registry.consumers().forEach(consumer -> all.addAll(ofConsumer(prefix, consumer)));
    return all;
  }

  private static List<Declarable> exchanges() {
    return List.of(
        new TopicExchange(EVENTS, true, false), new DirectExchange(COMMANDS, true, false));
  }

  /// The queues that a service has once, however many consumers it has.
  private static List<Declarable> ofService(String prefix) {
    List<Declarable> all = new ArrayList<>();
    all.add(QueueBuilder.durable(parkingQueue(prefix)).quorum().build());
    for (Duration delay : RetrySchedule.DELAYS) {
      DirectExchange exchange = new DirectExchange(retryExchange(delay), true, false);
      all.add(exchange);
      all.add(
          QueueBuilder.durable(retryQueue(prefix, delay))
              .quorum()
              .ttl(Math.toIntExact(delay.toMillis()))
              .deadLetterExchange("")
              .build());
    }
    return all;
  }

  private static List<Declarable> ofConsumer(String prefix, ConsumerDefinition consumer) {
    Queue queue = consumer.perInstance() ? instanceQueue(consumer) : workQueue(prefix, consumer);
    List<Declarable> all = new ArrayList<>();
    all.add(queue);
    for (Class<? extends Message> contract : consumer.contracts()) {
      all.add(bind(queue, exchangeOf(contract), Contracts.nameOf(contract)));
    }
    if (!consumer.perInstance()) {
      for (Duration delay : RetrySchedule.DELAYS) {
        all.add(
            new Binding(
                retryQueue(prefix, delay),
                Binding.DestinationType.QUEUE,
                retryExchange(delay),
                queue.getName(),
                Map.of()));
      }
    }
    return all;
  }

  static String exchangeOf(Class<? extends Message> contract) {
    return Command.class.isAssignableFrom(contract) ? COMMANDS : EVENTS;
  }

  static String retryExchange(Duration delay) {
    return RETRY + "." + name(delay);
  }

  static String retryQueue(String prefix, Duration delay) {
    return prefix + ".retry." + name(delay);
  }

  static String parkingQueue(String prefix) {
    return prefix + ".parking";
  }

  // A message that kills its consumer over and over ends in parking by the broker's own count.
  private static Queue workQueue(String prefix, ConsumerDefinition consumer) {
    return QueueBuilder.durable(consumer.queue())
        .quorum()
        .deliveryLimit(BROKER_DELIVERY_LIMIT)
        .deadLetterExchange("")
        .deadLetterRoutingKey(parkingQueue(prefix))
        .build();
  }

  private static Queue instanceQueue(ConsumerDefinition consumer) {
    return new Queue(consumer.queue(), false, true, true);
  }

  private static Binding bind(Queue queue, String exchange, String key) {
    return new Binding(queue.getName(), Binding.DestinationType.QUEUE, exchange, key, Map.of());
  }

  private static String name(Duration delay) {
    return delay.toMinutes() > 0 ? delay.toMinutes() + "m" : delay.toSeconds() + "s";
  }
}
