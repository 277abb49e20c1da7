package io.emporium.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.emporium.events.payment.PaymentRefunded;
import io.emporium.events.payment.RefundPayment;
import io.emporium.kit.testing.TestResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// The way of two units for 39.98 to a customer and back, step by step.
final class Returning {

  static final Duration PATIENCE = Duration.ofSeconds(20);

  private Returning() {}

  static String received(Story story, String order, int quantity) {
    String path = requested(story, order, quantity);
    story.admin().post(path + "/approve", null).expect(200);
    story
        .admin()
        .post(path + "/receive", lines(Map.of("line", 1, "quantity", quantity)))
        .expect(200);
    return path;
  }

  static String requested(Story story, String order, int quantity) {
    TestResponse requested = story.buyer().post("/api/returns", body(order, quantity)).expect(201);
    assertThat(requested.text("/status")).isEqualTo("requested");
    assertThat(requested.text("/restocked")).isEqualTo("false");
    return requested.header("Location");
  }

  static String delivered(Story story) {
    String id = story.order(2).expect(201).text("/id");
    story.pays(id);
    var shipped = story.admin().post("/api/orders/" + id + "/fulfilments", null).expect(201);
    String fulfilment = shipped.text("/fulfilments/0/id");
    story
        .admin()
        .post("/api/orders/" + id + "/fulfilments/" + fulfilment + "/deliver", null)
        .expect(200);
    return id;
  }

  static void awaitStatus(Story story, String path, String status) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(read(story, path).text("/status")).isEqualTo(status));
  }

  static TestResponse read(Story story, String path) {
    return story.admin().get(path).expect(200);
  }

  static PaymentRefunded refunded(String order, RefundPayment refund) {
    return new PaymentRefunded("pay-" + order, order, refund.refundId(), refund.amount());
  }

  static Map<String, Object> body(String order, int quantity) {
    return Map.of(
        "orderId",
        order,
        "lines",
        List.of(Map.of("line", 1, "quantity", quantity)),
        "reason",
        "too small");
  }

  static Map<String, Object> lines(Map<String, Integer> line) {
    return Map.of("lines", List.of(line));
  }

  static String id(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
