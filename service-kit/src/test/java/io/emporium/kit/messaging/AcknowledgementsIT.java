package io.emporium.kit.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.GetResponse;
import io.emporium.kit.testing.Neighbours;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageProperties;

/// What the broker delivers again when a channel ends is what it was not told of.
class AcknowledgementsIT {

  private static final int TOGETHER = 3;

  private final String queue = "acknowledgements." + UUID.randomUUID();
  private Connection connection;
  private Channel channel;
  private Acknowledgements acknowledgements;

  @BeforeEach
  void fiveMessagesAreWaiting() throws Exception {
    connection = Neighbours.rabbit().newConnection();
    channel = connection.createChannel();
    var _ = channel.queueDeclare(queue, true, false, false, Map.of("x-queue-type", "quorum"));
    for (int i = 0; i < 5; i++) {
      channel.basicPublish("", queue, null, new byte[] {(byte) i});
    }
    await().until(() -> waiting() == 5);
    acknowledgements = new Acknowledgements(channel, TOGETHER);
  }

  @AfterEach
  void clean() throws Exception {
    try (Channel another = connection.createChannel()) {
      var _ = another.queueDelete(queue);
    }
    connection.close();
  }

  @Test
  void aGroupIsToldWithItsLastMessage() throws Exception {
    for (int i = 0; i < TOGETHER + 1; i++) {
      acknowledgements.handled(next());
    }

    // The fourth was handled, but nobody said so.
    leaves(2);
  }

  @Test
  void aQuietTimeTellsTheRest() throws Exception {
    acknowledgements.handled(next());
    acknowledgements.handled(next());

    acknowledgements.tell();
    acknowledgements.tell();

    leaves(3);
  }

  @Test
  void oneThatIsGivenBackTakesNobodyAlong() throws Exception {
    acknowledgements.handled(next());
    long failed = next();

    acknowledgements.giveBack(failed);

    await().until(() -> waiting() == 4);
    acknowledgements.handled(next());
    acknowledgements.tell();
    leaves(3);
  }

  @Test
  void oneThatIsRejectedIsNotDeliveredAgain() throws Exception {
    acknowledgements.handled(next());

    acknowledgements.reject(next());

    leaves(3);
  }

  @Test
  void aChannelThatIsGoneIsTheBrokersBusiness() throws Exception {
    acknowledgements.handled(next());
    channel.abort();

    acknowledgements.tell();

    leaves(5);
  }

  @Test
  void aListenerTellsAtOnceFromThenOnThatItEnds() throws Exception {
    AcknowledgingListener listener = new AcknowledgingListener(_ -> {}, TOGETHER);
    listener.onMessage(message(), channel);

    listener.end();
    listener.onMessage(message(), channel);

    leaves(3);
  }

  private Message message() throws Exception {
    MessageProperties properties = new MessageProperties();
    properties.setDeliveryTag(next());
    return new Message(new byte[0], properties);
  }

  private long next() throws Exception {
    GetResponse got = channel.basicGet(queue, false);
    assertThat(got).isNotNull();
    return got.getEnvelope().getDeliveryTag();
  }

  private void leaves(int messages) throws Exception {
    channel.abort();
    await().until(() -> waiting() == messages);
  }

  private long waiting() throws Exception {
    try (Channel another = connection.createChannel()) {
      return another.messageCount(queue);
    }
  }
}
