package io.emporium.kit.outbox;

import io.emporium.events.Contracts;
import io.emporium.events.LiveCommand;
import io.emporium.kit.messaging.Topology;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.MessageDeliveryMode;
import org.springframework.amqp.rabbit.connection.CorrelationData;
import org.springframework.amqp.rabbit.core.RabbitOperations;
import org.springframework.amqp.rabbit.core.RabbitTemplate;

/// Publishes entries and says which of them the broker has for certain.
final class OutboxPublisher {

  private static final Logger log = LoggerFactory.getLogger(OutboxPublisher.class);
  private static final Duration CONFIRM_TIMEOUT = Duration.ofSeconds(10);

  private record Sent(OutboxEntry entry, CorrelationData correlation) {}

  private final RabbitTemplate rabbit;

  OutboxPublisher(RabbitTemplate rabbit) {
    this.rabbit = rabbit;
  }

  /// Publishes in order, then waits for the confirms together.
  ///
  /// @return ids of the entries that were confirmed and not returned
  Set<String> publish(List<OutboxEntry> entries) {
    List<Sent> sent = new ArrayList<>(entries.size());
    try {
      // One channel for all of them: the broker keeps the order within a channel only.
      rabbit.invoke(
          channel -> {
            entries.forEach(entry -> sent.add(send(channel, entry)));
            return sent.size();
          });
    } catch (AmqpException e) {
      log.warn("cannot publish, will try again: {}", e.getMessage());
    }
    Set<String> confirmed = new HashSet<>();
    long deadline = System.nanoTime() + CONFIRM_TIMEOUT.toNanos();
    for (Sent one : sent) {
      if (confirmed(one, deadline - System.nanoTime())) {
        confirmed.add(one.entry().id());
      }
    }
    return confirmed;
  }

  private static Sent send(RabbitOperations channel, OutboxEntry entry) {
    CorrelationData correlation = new CorrelationData(entry.id());
    Message message =
        MessageBuilder.withBody(entry.body().getBytes(StandardCharsets.UTF_8))
            .setContentType("application/cloudevents+json")
            .setMessageId(entry.id())
            .setType(entry.type())
            .setDeliveryMode(MessageDeliveryMode.PERSISTENT)
            .build();
    String exchange = entry.command() ? Topology.COMMANDS : Topology.EVENTS;
    channel.send(exchange, entry.type(), message, correlation);
    return new Sent(entry, correlation);
  }

  private boolean confirmed(Sent sent, long nanosLeft) {
    try {
      CorrelationData.Confirm confirm =
          sent.correlation().getFuture().get(Math.max(nanosLeft, 1), TimeUnit.NANOSECONDS);
      if (!confirm.ack()) {
        log.warn("the broker refused {}: {}", sent.entry().id(), confirm.reason());
        return false;
      }
      return routed(sent);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException | TimeoutException e) {
      log.warn("no confirm for {} in time", sent.entry().id());
      return false;
    }
  }

  // The broker confirms what it could not route. A fact that nobody listens to is none of our
  // business, nor is what was to be seen at once; any other command without its queue waits here
  // until the service that owns the queue has declared it.
  private static boolean routed(Sent sent) {
    if (sent.correlation().getReturned() == null
        || !sent.entry().command()
        || isLive(sent.entry())) {
      return true;
    }
    log.warn("nobody takes {} yet ({})", sent.entry().type(), sent.entry().id());
    return false;
  }

  private static boolean isLive(OutboxEntry entry) {
    return Contracts.byName(entry.type()).filter(LiveCommand.class::isAssignableFrom).isPresent();
  }
}
