package io.emporium.fleet.story;

import io.emporium.fleet.client.Answer;
import io.emporium.fleet.client.LiveFeed;
import io.emporium.fleet.client.Waiting;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Third chapter: the last units go, a card is declined, and a company owes money.
final class TroubleAndDebt {

  private static final Duration SOON = Duration.ofSeconds(15);

  private final Cast cast;
  private final StoryTeller teller;
  private final Outbox outside;
  private final LocalDate today;
  private String declinedOrder = "";
  private String debtId = "";

  TroubleAndDebt(Cast cast, StoryTeller teller, Outbox outside, LocalDate today) {
    this.cast = cast;
    this.teller = teller;
    this.outside = outside;
    this.today = today;
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
    teller.chapter("A debt");
    teller.step("The administrator opens a debt in three instalments", this::openDebt);
    teller.step("… and pays the first", this::payInstalment);
  }

  private String drain() {
    String orderId = order(cast.laptopSku(), OpeningShop.LAPTOPS - 3);
    pay(orderId, "pm_card_visa", "succeeded");
    awaitStatus(orderId, "confirmed");
    return OpeningShop.LAPTOPS - 3 + " laptops sold, 2 left";
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
                    && answer.json().at("/items/0/available").asLong() == 2);
    return stock.number("/items/0/available") + " available, none held";
  }

  private String openDebt() {
    Answer debt =
        cast.admin
            .post(
                "/api/debts",
                Map.of(
                    "creditor",
                    "City Bank",
                    "principal",
                    Map.of("amount", 100_000, "currency", "USD"),
                    "instalments",
                    3,
                    "firstDueOn",
                    today.plusMonths(1).toString()))
            .expect(201);
    debtId = debt.text("/id");
    return "%s + %s + %s"
        .formatted(
            Prices.show(debt.json().at("/schedule/0/amount")),
            Prices.show(debt.json().at("/schedule/1/amount")),
            Prices.show(debt.json().at("/schedule/2/amount")));
  }

  private String payInstalment() {
    Answer debt = cast.admin.get("/api/debts/" + debtId).expect(200);
    long first = debt.number("/schedule/0/amount/amount");
    Answer paid =
        cast.admin
            .post(
                "/api/debts/" + debtId + "/payments",
                Map.of("amount", Map.of("amount", first, "currency", "USD")),
                "Idempotency-Key",
                "story-" + cast.run)
            .expect(201);
    return Prices.show(paid.json().at("/outstanding")) + " outstanding";
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
