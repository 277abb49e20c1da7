package io.emporium.kit.messaging;

import com.rabbitmq.client.Channel;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells the broker what has been handled of one channel, several messages with one frame: a quorum
/// queue writes every acknowledgement into its log, and one for ten messages costs what one for one
/// does.
///
/// Messages of a channel are handled one after the other, so all up to the last have been. What is
/// not yet told when the channel ends is delivered again, as after a crash between handling and
/// acknowledging.
final class Acknowledgements {

  private static final Logger log = LoggerFactory.getLogger(Acknowledgements.class);

  private final Channel channel;
  private final int together;
  private long lastHandled;
  private int untold;

  /// @param together after how many messages the broker is told at the latest; fewer than it sends
  ///   ahead, or it would stop sending
  Acknowledgements(Channel channel, int together) {
    this.channel = channel;
    this.together = together;
  }

  synchronized void handled(long deliveryTag) {
    lastHandled = deliveryTag;
    untold++;
    if (untold == together) {
      tell();
    }
  }

  /// Tells what has been handled since the last time.
  synchronized void tell() {
    if (untold > 0) {
      untold = 0;
      frame(() -> channel.basicAck(lastHandled, true));
    }
  }

  /// This one alone, to be delivered again. Rejected, since that counts against the limit of
  /// deliveries with every RabbitMQ; from 4.3 a nack does not.
  synchronized void giveBack(long deliveryTag) {
    tell();
    frame(() -> channel.basicReject(deliveryTag, true));
  }

  /// This one alone, for the broker to park.
  synchronized void reject(long deliveryTag) {
    tell();
    frame(() -> channel.basicNack(deliveryTag, false, false));
  }

  private interface Frame {
    void send() throws IOException;
  }

  private static void frame(Frame frame) {
    try {
      frame.send();
    } catch (IOException | RuntimeException e) {
      // Each wrapper around the channel has an exception of its own for this.
      log.debug("the channel is gone, the broker will deliver again: {}", e.toString());
    }
  }
}
