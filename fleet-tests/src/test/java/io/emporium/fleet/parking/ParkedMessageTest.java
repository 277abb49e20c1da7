package io.emporium.fleet.parking;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParkedMessageTest {

  @Test
  void readsWhereItComesFromAndWhy() {
    ParkedMessage message =
        parked(
            Map.of(
                "x-parked-from",
                "sales.checkout",
                "x-parked-reason",
                "Refusal: no",
                "x-attempt",
                6),
            """
            {"type":"inventory.reserved","subject":"res-1","companyid":"acme",
             "correlationid":"c-1","time":"2026-01-05T10:00:00Z"}
            """);

    assertThat(message.queue()).isEqualTo("sales.checkout");
    assertThat(message.reason()).isEqualTo("Refusal: no");
    assertThat(message.attempts()).isEqualTo(6);
    assertThat(message.type()).isEqualTo("inventory.reserved");
    assertThat(message.companyId()).isEqualTo("acme");
  }

  @Test
  void knowsWhatTheBrokerItselfGaveUpOn() {
    ParkedMessage message =
        parked(
            Map.of(
                "x-death",
                List.of(Map.of("queue", "sales.carts", "reason", "delivery_limit", "count", 1L))),
            "{}");

    assertThat(message.queue()).isEqualTo("sales.carts");
    assertThat(message.reason()).contains("delivery_limit");
  }

  @Test
  void goesBackToItsConsumerThoughItWaitedInARetryQueueBefore() {
    ParkedMessage message =
        parked(
            Map.of(
                "x-first-death-queue",
                "sales.retry.5s",
                "x-death",
                List.of(
                    Map.of("queue", "sales.carts", "reason", "delivery_limit", "count", 1L),
                    Map.of("queue", "sales.retry.5s", "reason", "expired", "count", 1L))),
            "{}");

    assertThat(message.queue()).isEqualTo("sales.carts");
    assertThat(message.reason()).contains("delivery_limit");
  }

  @Test
  void poisonIsShownWithWhatIsKnown() {
    ParkedMessage message = parked(Map.of("x-parked-from", "sales.carts"), "{");

    assertThat(message.id()).isEqualTo("m-1");
    assertThat(message.type()).isEqualTo("-");
    assertThat(message.knowsOrigin()).isTrue();
  }

  private static ParkedMessage parked(Map<String, Object> headers, String body) {
    var properties = new AMQP.BasicProperties.Builder().messageId("m-1").headers(headers).build();
    return ParkedMessage.of(properties, body.getBytes(StandardCharsets.UTF_8));
  }
}
