package io.emporium.kit.testing;

import static org.awaitility.Awaitility.await;

import io.emporium.events.Command;
import io.emporium.events.Contracts;
import io.emporium.events.Envelope;
import io.emporium.events.Message;
import io.emporium.kit.messaging.Topology;
import io.emporium.kit.messaging.UnreadableMessage;
import io.emporium.kit.messaging.WireJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.DirectExchange;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.amqp.rabbit.listener.DirectMessageListenerContainer;

/// The rest of the fleet, as a tested service sees it: sends it messages and keeps what it
/// publishes.
public final class TestBroker implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final RabbitTemplate rabbit;
  private final WireJson json;
  private final List<Envelope<? extends Message>> seen = new CopyOnWriteArrayList<>();
  private final AtomicInteger unreadable = new AtomicInteger();
  private final DirectMessageListenerContainer tap;

  TestBroker(ConnectionFactory connections, AmqpAdmin admin, RabbitTemplate rabbit, WireJson json) {
    this.rabbit = rabbit;
    this.json = json;
    Queue queue = new Queue("test-tap." + UUID.randomUUID(), false, true, true);
    admin.declareExchange(new TopicExchange(Topology.EVENTS, true, false));
    admin.declareExchange(new DirectExchange(Topology.COMMANDS, true, false));
    var unused = admin.declareQueue(queue);
    admin.declareBinding(bind(queue, Topology.EVENTS, "#"));
    Contracts.all()
        .forEach(
            (name, type) -> {
              if (Command.class.isAssignableFrom(type)) {
                admin.declareBinding(bind(queue, Topology.COMMANDS, name));
              }
            });
    tap = new DirectMessageListenerContainer(connections);
    tap.setQueueNames(queue.getName());
    tap.setMessageListener(message -> see(message.getBody()));
    tap.start();
  }

  // Poison that a test sent is not for us.
  private void see(byte[] body) {
    try {
      seen.add(json.read(body));
    } catch (UnreadableMessage e) {
      unreadable.incrementAndGet();
    }
  }

  private static Binding bind(Queue queue, String exchange, String key) {
    return new Binding(queue.getName(), Binding.DestinationType.QUEUE, exchange, key, Map.of());
  }

  /// Sends a message with a fresh id, as version 1 of a subject named after it.
  ///
  /// @return the envelope, to be delivered again by a test of duplicates
  public <T extends Message> Envelope<T> deliver(@Nullable String companyId, T message) {
    String id = UUID.randomUUID().toString();
    return deliver(envelope(id, companyId, 1, message));
  }

  public <T extends Message> Envelope<T> deliver(Envelope<T> envelope) {
    byte[] body = json.write(envelope).getBytes(StandardCharsets.UTF_8);
    deliverRaw(envelope.data().getClass(), body, envelope.id());
    return envelope;
  }

  /// Poison: any bytes under the routing key of a contract.
  public void deliverRaw(Class<?> contract, byte[] body, String messageId) {
    String exchange =
        Command.class.isAssignableFrom(contract) ? Topology.COMMANDS : Topology.EVENTS;
    rabbit.send(
        exchange,
        Contracts.nameOf(contract),
        MessageBuilder.withBody(body).setMessageId(messageId).build());
  }

  public static <T extends Message> Envelope<T> envelope(
      String subject, @Nullable String companyId, long version, T message) {
    return envelope(subject, companyId, version, "test-" + subject, message);
  }

  /// As part of what something else set in motion.
  public static <T extends Message> Envelope<T> envelope(
      String subject, @Nullable String companyId, long version, String correlationId, T message) {
    return new Envelope<>(
        Envelope.SPEC_VERSION,
        subject + ":" + version + ":0",
        "test",
        Contracts.nameOf(message.getClass()),
        Instant.now(),
        subject,
        Envelope.JSON,
        companyId,
        null,
        correlationId,
        null,
        version,
        "test",
        message);
  }

  /// Waits for a published message of the kind that satisfies the condition.
  public <T extends Message> Envelope<T> awaitPublished(Class<T> type, Predicate<T> condition) {
    return await()
        .atMost(PATIENCE)
        .until(() -> published(type, condition).stream().findFirst(), found -> found.isPresent())
        .orElseThrow();
  }

  /// What the service has published so far, in order of arrival, without repetitions.
  @SuppressWarnings("unchecked")
  public <T extends Message> List<Envelope<T>> published(Class<T> type, Predicate<T> condition) {
    return seen.stream()
        .filter(envelope -> type.isInstance(envelope.data()))
        .map(envelope -> (Envelope<T>) envelope)
        .filter(envelope -> !envelope.source().equals("test"))
        .filter(envelope -> condition.test(envelope.data()))
        .collect(
            Collectors.collectingAndThen(
                Collectors.toMap(
                    Envelope::id, envelope -> envelope, (a, b) -> a, LinkedHashMap::new),
                byId -> List.copyOf(byId.values())));
  }

  /// What the service has published so far under a correlation id, without repetitions.
  public List<Envelope<? extends Message>> publishedUnder(String correlationId) {
    Map<String, Envelope<? extends Message>> byId = new LinkedHashMap<>();
    seen.stream()
        .filter(envelope -> envelope.correlationid().equals(correlationId))
        .filter(envelope -> !envelope.source().equals("test"))
        .forEach(envelope -> byId.putIfAbsent(envelope.id(), envelope));
    return List.copyOf(byId.values());
  }

  /// How many messages lie in a queue, such as `sales.parking`.
  public int depth(String queue) {
    return rabbit.execute(channel -> (int) channel.messageCount(queue));
  }

  @Override
  public void close() {
    tap.stop();
  }
}
