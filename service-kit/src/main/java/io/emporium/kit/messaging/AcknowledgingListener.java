package io.emporium.kit.messaging;

import com.rabbitmq.client.Channel;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.ImmediateRequeueAmqpException;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageListener;
import org.springframework.amqp.rabbit.listener.api.ChannelAwareMessageListener;

/// Acknowledges for the channels of one queue's consumers, since Spring's own `messagesPerAck`
/// acknowledges some messages twice (4.1.1: its monitor does not take the consumer's lock), which
/// costs the channel.
final class AcknowledgingListener implements ChannelAwareMessageListener {

  private final MessageListener handler;
  private final int together;
  private final Map<Channel, Acknowledgements> channels = new ConcurrentHashMap<>();
  private volatile boolean ending;

  AcknowledgingListener(MessageListener handler, int together) {
    this.handler = handler;
    this.together = together;
  }

  @Override
  public void onMessage(Message message, @Nullable Channel channel) {
    Acknowledgements acknowledgements = of(Objects.requireNonNull(channel));
    long deliveryTag = message.getMessageProperties().getDeliveryTag();
    try {
      handler.onMessage(message);
    } catch (ImmediateRequeueAmqpException e) {
      acknowledgements.giveBack(deliveryTag);
      throw e;
    } catch (RuntimeException e) {
      acknowledgements.reject(deliveryTag);
      throw e;
    }
    acknowledgements.handled(deliveryTag);
    if (ending) {
      acknowledgements.tell();
    }
  }

  /// From now on nothing waits: what is not told by the time that the channel closes is delivered
  /// to somebody else again.
  void end() {
    ending = true;
    tellAll();
  }

  /// For the last few before a quiet time: they would wait for their group.
  void tellAll() {
    channels.values().forEach(Acknowledgements::tell);
  }

  // A channel delivers one message after the other, so nobody else enters it meanwhile.
  private Acknowledgements of(Channel channel) {
    Acknowledgements known = channels.get(channel);
    if (known != null) {
      return known;
    }
    Acknowledgements fresh = new Acknowledgements(channel, together);
    channels.put(channel, fresh);
    channel.addShutdownListener(_ -> channels.remove(channel));
    return fresh;
  }
}
