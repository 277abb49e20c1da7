package io.emporium.fleet.story;

import io.emporium.fleet.client.Answer;
import io.emporium.fleet.client.LiveFeed;
import io.emporium.fleet.client.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// What may go wrong with an order: the last units go, and a card is declined.
final class Trouble {

  private static final Duration SOON = Duration.ofSeconds(15);

  /// Silver laptops that are left at the end.
  static final int LEFT = 2;

  private final Cast cast;
  private final StoryTeller teller;
  private final Outbox outside;
  private String declinedOrder = "";

  Trouble(Cast cast, StoryTeller teller, Outbox outside) {
    this.cast = cast;
    this.teller = teller;
    this.outside = outside;
  }

  void play() {
    teller.chapter("The last ones go");
    try (LiveFeed feed =
        LiveFeed.of(
            cast.anyone.base(),
            cast.adminToken,
            "/topic/companies/" + cast.companyId + "/inventory")) {
      teller.step("An order drains the stock", this::drain);
      teller.step("The low-stock alert is broadcast", () -> alertSeen(feed));
    }
    teller.step(
        "… and mailed to the administrator",
        () -> outside.mail(cast.adminEmail(), cast.laptopSku()));
    teller.chapter("A card is declined");
    teller.step("The customer pays with a card that is declined", this::declined);
    teller.step("The order is cancelled and the stock is free again", this::released);
  }

  private String drain() {
    String orderId = order(cast.laptopSku(), OpeningShop.LAPTOPS - 3);
    pay(orderId, "pm_card_visa", "succeeded");
    awaitStatus(orderId, "confirmed");
    return OpeningShop.LAPTOPS - 3 + " laptops sold, " + LEFT + " left";
  }

  private String alertSeen(LiveFeed feed) {
    JsonNode alert =
        feed.await(
                message ->
                    message.toString().contains(cast.laptopSku())
                        && message.at("/type").asString("").contains("alert"))
            .orElseThrow(() -> new IllegalStateException("no alert, only " + feed.messages()));
    return alert.at("/type").asString();
  }

  private String declined() {
    declinedOrder = order(cast.laptopSku(), 1);
    return pay(declinedOrder, "pm_card_visa_chargeDeclined", "failed").text("/failureCode");
  }

  private String released() {
    awaitStatus(declinedOrder, "cancelled");
    Answer stock =
        Waiting.until(
            SOON,
            "the release",
            () -> cast.manager.get("/api/inventory/v1/products?sku=" + cast.laptopSku()),
            answer ->
                answer.json().at("/items/0/reserved").asLong() == 0
                    && answer.json().at("/items/0/available").asLong() == LEFT);
    return stock.number("/items/0/available") + " available, none held";
  }

  private String order(String sku, int quantity) {
    return cast.customer
        .post(
            "/api/orders",
            Map.of(
                "items",
                List.of(Map.of("productId", cast.laptopId, "sku", sku, "quantity", quantity))))
        .expect(201)
        .text("/id");
  }

  private Answer pay(String orderId, String card, String expected) {
    Answer payment =
        cast.customer
            .post(
                "/api/payments/process",
                Map.of("orderId", orderId, "provider", "stripe", "paymentMethod", card))
            .expect(200);
    if (!payment.text("/status").equals(expected)) {
      throw new IllegalStateException("the payment is " + payment.body());
    }
    return payment;
  }

  private void awaitStatus(String orderId, String status) {
    Waiting.until(
        SOON,
        "status " + status,
        () -> cast.customer.get("/api/orders/" + orderId),
        answer -> answer.json().at("/status").asString("").equals(status));
  }
}
