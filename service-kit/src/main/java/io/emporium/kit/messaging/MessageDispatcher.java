package io.emporium.kit.messaging;

import io.emporium.events.Envelope;
import io.emporium.events.Message;
import io.emporium.kit.context.Cause;
import io.emporium.kit.crash.CrashPoints;
import io.emporium.kit.problem.Category;
import io.emporium.kit.problem.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.ImmediateRequeueAmqpException;
import org.springframework.amqp.core.MessageListener;

/// Takes one message from a queue to its handler. Once it returns, the message may be acknowledged;
/// a failure is sent to a retry queue or to parking first, so nothing is requeued in place and
/// nothing is lost.
final class MessageDispatcher implements MessageListener {

  private static final Logger log = LoggerFactory.getLogger(MessageDispatcher.class);

  private final ConsumerDefinition consumer;
  private final WireJson json;
  private final FailedDeliveries failures;
  private final CrashPoints crashPoints;

  MessageDispatcher(
      ConsumerDefinition consumer,
      WireJson json,
      FailedDeliveries failures,
      CrashPoints crashPoints) {
    this.consumer = consumer;
    this.json = json;
    this.failures = failures;
    this.crashPoints = crashPoints;
  }

  @Override
  public void onMessage(org.springframework.amqp.core.Message message) {
    try {
      handle(json.read(message.getBody()));
    } catch (RuntimeException e) {
      failed(message, e);
    } catch (Error e) {
      // Out of memory, say. Going on, it would close the channel, and the broker would count that
      // against every message under way on it. So this one alone is given back; a message that
      // always ends like this is parked by the broker's own limit.
      log.error("{} gives {} back: {}", consumer.queue(), id(message), e.toString(), e);
      throw new ImmediateRequeueAmqpException("handling ended in an error", e);
    } finally {
      MDC.clear();
    }
  }

  /// As [#onMessage], for a message of a batch. One that ends in an error waits in a retry queue:
  /// given back, it would take its neighbours along, and the broker would count that against them.
  void onMessageOfBatch(org.springframework.amqp.core.Message message) {
    try {
      onMessage(message);
    } catch (ImmediateRequeueAmqpException e) {
      failures.retry(consumer, message, e);
    }
  }

  private static String id(org.springframework.amqp.core.Message message) {
    return String.valueOf(message.getMessageProperties().getMessageId());
  }

  private void failed(org.springframework.amqp.core.Message message, RuntimeException failure) {
    try {
      setAside(message, failure);
    } catch (AmqpException e) {
      // The broker would park the original, while the copy may have come through.
      throw new ImmediateRequeueAmqpException("it could not be set aside", e);
    }
  }

  private void setAside(org.springframework.amqp.core.Message message, RuntimeException failure) {
    if (consumer.perInstance()) {
      log.warn("{} dropped a live message: {}", consumer.queue(), failure.toString());
    } else if (isPermanent(failure)) {
      failures.park(consumer, message, failure);
    } else {
      failures.retry(consumer, message, failure);
    }
  }

  private void handle(Envelope<? extends Message> envelope) {
    HandlerMethod handler = consumer.handlers().get(envelope.data().getClass());
    if (handler == null) {
      throw new UnreadableMessage("no handler for " + envelope.type(), null);
    }
    MDC.put("correlationId", envelope.correlationid());
    MDC.put("event", envelope.type());
    MDC.put("subject", envelope.subject());
    // An id is unique within its source only.
    String messageId = envelope.source() + ":" + envelope.id();
    Cause cause = new Cause(envelope.correlationid(), envelope.actor(), messageId, null);
    ScopedValue.where(Cause.CURRENT, cause)
        .run(
            () -> {
              handler.handle(envelope);
              if (!consumer.perInstance()) {
                // What an instance has heard for itself dies with it: there it begins anew.
                crashPoints.reached("consumer.before-ack");
              }
            });
  }

  // What is missing may be on its way and what is down may come back; other refusals stay refusals.
  private static boolean isPermanent(RuntimeException failure) {
    return switch (failure) {
      case Refusal refusal ->
          refusal.category() != Category.NOT_FOUND && refusal.category() != Category.UNAVAILABLE;
      case UnreadableMessage _ -> true;
      case IllegalArgumentException _, NullPointerException _, ClassCastException _ -> true;
      default -> false;
    };
  }
}
