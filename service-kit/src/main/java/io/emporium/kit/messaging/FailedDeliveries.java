package io.emporium.kit.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.amqp.rabbit.connection.CorrelationData;
import org.springframework.amqp.rabbit.core.RabbitTemplate;

/// Where messages go that could not be handled: to a retry queue while there is hope, to parking
/// when there is none. Either way the broker has confirmed it before the original is acknowledged.
final class FailedDeliveries {

  private static final Logger log = LoggerFactory.getLogger(FailedDeliveries.class);
  private static final Duration CONFIRM_TIMEOUT = Duration.ofSeconds(10);

  private final String prefix;
  private final RabbitTemplate rabbit;
  private final MeterRegistry meters;

  FailedDeliveries(String prefix, RabbitTemplate rabbit, MeterRegistry meters) {
    this.prefix = prefix;
    this.rabbit = rabbit;
    this.meters = meters;
  }

  void retry(ConsumerDefinition consumer, Message message, RuntimeException failure) {
    int attempts = attemptsSoFar(message) + 1;
    Optional<Duration> wait = RetrySchedule.waitAfter(attempts);
    if (wait.isEmpty()) {
      park(consumer, message, failure);
      return;
    }
    log.warn(
        "{} will try {} again in {} after attempt {}: {}",
        consumer.queue(),
        message.getMessageProperties().getMessageId(),
        wait.get(),
        attempts,
        failure.toString(),
        failure);
    message.getMessageProperties().setHeader(RetrySchedule.ATTEMPT_HEADER, attempts);
    send(Topology.retryExchange(wait.get()), consumer.queue(), message);
  }

  void park(ConsumerDefinition consumer, Message message, RuntimeException failure) {
    log.error(
        "{} parks {} in {}: {}",
        consumer.queue(),
        message.getMessageProperties().getMessageId(),
        Topology.parkingQueue(prefix),
        failure.toString(),
        failure);
    meters.counter("emporium.messages.parked", "queue", consumer.queue()).increment();
    MessageProperties properties = message.getMessageProperties();
    properties.setHeader("x-parked-from", consumer.queue());
    properties.setHeader("x-parked-reason", shortened(failure.toString()));
    send("", Topology.parkingQueue(prefix), message);
  }

  private void send(String exchange, String key, Message message) {
    CorrelationData correlation = new CorrelationData();
    rabbit.send(exchange, key, message, correlation);
    try {
      boolean taken =
          correlation.getFuture().get(CONFIRM_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS).ack();
      if (!taken || correlation.getReturned() != null) {
        throw new AmqpException("the broker did not take the message for " + key);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AmqpException("interrupted", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new AmqpException("no confirm for the message for " + key, e);
    }
  }

  private static int attemptsSoFar(Message message) {
    Object header = message.getMessageProperties().getHeader(RetrySchedule.ATTEMPT_HEADER);
    return header instanceof Number number ? number.intValue() : 0;
  }

  private static String shortened(String text) {
    return text.length() <= 500 ? text : text.substring(0, 500);
  }
}
