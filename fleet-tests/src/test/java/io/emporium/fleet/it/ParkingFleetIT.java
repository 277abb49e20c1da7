package io.emporium.fleet.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import io.emporium.fleet.broker.BrokerAddress;
import io.emporium.fleet.parking.ParkedMessage;
import io.emporium.fleet.parking.ParkingLot;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Parking queues of a service that does not exist, on the real broker.
class ParkingFleetIT {

  private static final String SERVICE = "nobody-service";
  private static final String PARKING = "nobody.parking";
  private static final String WORK = "nobody.work";
  private static final byte[] BODY =
      "{\"type\":\"order.created\",\"subject\":\"o1\"}".getBytes(StandardCharsets.UTF_8);

  private Connection connection;
  private Channel channel;
  private ParkingLot lot;

  @BeforeEach
  void declareQueues() throws Exception {
    BrokerAddress address = broker();
    ConnectionFactory factory = new ConnectionFactory();
    factory.setHost(address.host());
    factory.setPort(address.port());
    factory.setUsername(address.username());
    factory.setPassword(address.password());
    connection = factory.newConnection();
    channel = connection.createChannel();
    channel.confirmSelect();
    for (String queue : List.of(PARKING, WORK)) {
      channel.queueDelete(queue);
      channel.queueDeclare(queue, true, false, false, Map.of("x-queue-type", "quorum"));
    }
    lot = new ParkingLot(address, List.of(SERVICE));
  }

  // As the services are told: any broker will do.
  private static BrokerAddress broker() {
    Map<String, String> settings = System.getenv();
    return new BrokerAddress(
        settings.getOrDefault("RABBITMQ_HOST", "127.0.0.1"),
        Integer.parseInt(settings.getOrDefault("RABBITMQ_PORT", "5672")),
        0,
        0,
        settings.getOrDefault("RABBITMQ_USERNAME", "admin"),
        settings.getOrDefault("RABBITMQ_PASSWORD", "admin123"),
        false);
  }

  @AfterEach
  void removeQueues() throws Exception {
    channel.queueDelete(PARKING);
    channel.queueDelete(WORK);
    connection.close();
  }

  @Test
  void lookingTakesNothingAwayHoweverOften() throws Exception {
    park("m-1");
    park("m-2");

    for (int look = 0; look < 30; look++) {
      assertThat(lot.list(SERVICE)).extracting(ParkedMessage::id).contains("m-1", "m-2").hasSize(2);
    }

    ParkedMessage message = lot.list(SERVICE).getFirst();
    assertThat(message.queue()).isEqualTo(WORK);
    assertThat(message.reason()).isEqualTo("it did not work");
    assertThat(lot.depth(SERVICE)).isEqualTo(2);
    assertThat(lot.occupied()).containsExactly(SERVICE);
  }

  @Test
  void replaysOneWithItsOwnIdToTheQueueItCameFrom() throws Exception {
    park("m-1");
    park("m-2");

    assertThat(lot.replay(SERVICE, Set.of("m-2")))
        .extracting(ParkedMessage::id)
        .containsExactly("m-2");

    GetResponse back = channel.basicGet(WORK, true);
    assertThat(back.getProps().getMessageId()).isEqualTo("m-2");
    assertThat(back.getBody()).isEqualTo(BODY);
    assertThat(back.getProps().getHeaders()).doesNotContainKeys("x-parked-from", "x-attempt");
    assertThat(lot.list(SERVICE)).extracting(ParkedMessage::id).containsExactly("m-1");
  }

  @Test
  void replaysAllWhenNoneIsNamed() throws Exception {
    for (int n = 0; n < 25; n++) {
      park("m-" + n);
    }

    assertThat(lot.replay(SERVICE, Set.of())).hasSize(25);

    assertThat(lot.depth(SERVICE)).isZero();
    assertThat(channel.messageCount(WORK)).isEqualTo(25);
  }

  @Test
  void whatHasNowhereToGoStaysParked() throws Exception {
    publish("m-1", Map.of("x-parked-reason", "it did not work"));

    assertThat(lot.replay(SERVICE, Set.of())).isEmpty();

    assertThat(lot.depth(SERVICE)).isEqualTo(1);
  }

  private void park(String id) throws Exception {
    publish(
        id, Map.of("x-parked-from", WORK, "x-parked-reason", "it did not work", "x-attempt", 6));
  }

  private void publish(String id, Map<String, Object> headers) throws Exception {
    AMQP.BasicProperties properties =
        new AMQP.BasicProperties.Builder()
            .messageId(id)
            .deliveryMode(2)
            .headers(new HashMap<>(headers))
            .build();
    channel.basicPublish("", PARKING, properties, BODY);
    channel.waitForConfirmsOrDie(10_000);
  }
}
