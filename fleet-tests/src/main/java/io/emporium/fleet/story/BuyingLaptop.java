package io.emporium.fleet.story;

import io.emporium.fleet.client.Answer;
import io.emporium.fleet.client.LiveFeed;
import io.emporium.fleet.client.Waiting;
import io.emporium.fleet.report.Durations;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// The seed's customer buys, pays, and everybody who should know gets to know.
final class BuyingLaptop {

  private static final Duration SOON = Duration.ofSeconds(15);

  private final Cast cast;
  private final StoryTeller teller;
  private final Outbox outside;
  private String number = "";
  private String correlationId = "";
  private long paidAt;

  BuyingLaptop(Cast cast, StoryTeller teller, Outbox outside) {
    this.cast = cast;
    this.teller = teller;
    this.outside = outside;
  }

  void play() {
    teller.chapter("A customer buys a laptop");
    teller.step("A customer registers, as in the seed's curl", this::register);
    teller.step("… searches for a laptop", this::search);
    teller.step("… puts one into the cart", this::fillCart);
    try (LiveFeed feed = managerWatches()) {
      teller.step("… orders it", this::order);
      teller.step("The stock is held; the payment is open", () -> awaitStatus("awaiting_payment"));
      teller.step("The customer pays with a card", this::pay);
      teller.step("The order is confirmed", this::confirmed);
      teller.step("The live feed has shown every status", () -> feedShowed(feed));
    }
    teller.step("The stock is deducted", this::deducted);
    teller.step("The e-mail has arrived", () -> outside.mail("test@example.com", number));
    teller.step("The in-app notification too", this::inApp);
    teller.step("The audit lists each step under one correlation id", this::audited);
    teller.step("The dashboard shows the sale", this::dashboard);
  }

  private String register() {
    Answer answer =
        cast.anyone.post(
            "/api/auth/register",
            "{\"email\":\"test@example.com\",\"password\":\"Test123!\",\"role\":\"customer\"}");
    boolean back = answer.status() == 409;
    cast.customerToken =
        back
            ? cast.signIn("test@example.com", "Test123!")
            : answer.expect(201).text("/accessToken");
    cast.customer = cast.anyone.as(cast.customerToken);
    return "test@example.com" + (back ? " is back" : "");
  }

  private String search() {
    Answer found =
        Waiting.until(
            SOON,
            "the laptop",
            () -> cast.anyone.get("/api/products?search=laptop+" + cast.run),
            answer -> answer.json().at("/items/0/id").asString("").equals(cast.laptopId));
    return found.text("/items/0/name") + ", " + found.number("/totalItems") + " found";
  }

  private String fillCart() {
    Answer cart =
        cast.customer
            .post(
                "/api/cart/items",
                Map.of("productId", cast.laptopId, "sku", cast.laptopSku(), "quantity", 1))
            .expect(200);
    JsonNode items = cart.json().at("/items");
    return items.size() + " line(s) in the cart";
  }

  private LiveFeed managerWatches() {
    URI gateway = cast.anyone.base();
    return LiveFeed.of(gateway, cast.managerToken, "/topic/shops/" + cast.shopId + "/orders");
  }

  private String order() {
    Answer order =
        cast.customer
            .post(
                "/api/orders",
                Map.of("items", List.of(Map.of("productId", cast.laptopId, "quantity", 1))))
            .expect(201);
    cast.laptopOrder = order.text("/id");
    number = order.text("/number");
    correlationId = order.correlationId();
    return number + " over " + Prices.show(order.json().at("/total"));
  }

  private String awaitStatus(String status) {
    return Waiting.until(
            SOON,
            "status " + status,
            () -> cast.customer.get("/api/orders/" + cast.laptopOrder),
            answer -> answer.json().at("/status").asString("").equals(status))
        .text("/status");
  }

  private String pay() {
    paidAt = System.nanoTime();
    Answer payment =
        cast.customer
            .post(
                "/api/payments/process",
                Map.of(
                    "orderId",
                    cast.laptopOrder,
                    "provider",
                    "stripe",
                    "paymentMethod",
                    "pm_card_visa"))
            .expect(200);
    return Prices.show(payment.json().at("/amount")) + " " + payment.text("/status");
  }

  private String confirmed() {
    awaitStatus("confirmed");
    return Durations.since(paidAt) + " after paying";
  }

  private String feedShowed(LiveFeed feed) {
    Set<String> wanted = Set.of("placed", "awaiting_payment", "confirmed");
    Set<String> seen = new TreeSet<>();
    var _ =
        feed.await(
            message -> {
              collect(message, seen);
              return seen.containsAll(wanted);
            });
    if (!seen.containsAll(wanted)) {
      throw new IllegalStateException("only saw " + seen + " in " + feed.messages());
    }
    return String.join(", ", seen);
  }

  private void collect(JsonNode message, Set<String> seen) {
    JsonNode data = message.at("/data");
    String id = data.at("/orderId").asString(data.at("/order/orderId").asString(""));
    if (!id.equals(cast.laptopOrder)) {
      return;
    }
    if (message.at("/type").asString("").equals("order.created")) {
      seen.add("placed");
    } else if (data.has("status")) {
      seen.add(data.at("/status").asString());
    }
  }

  private String deducted() {
    Answer stock =
        Waiting.until(
            SOON,
            "the deduction",
            () -> cast.manager.get("/api/inventory/v1/products?sku=" + cast.laptopSku()),
            answer ->
                answer.json().at("/items/0/onHand").asLong() == OpeningShop.LAPTOPS - 1
                    && answer.json().at("/items/0/reserved").asLong() == 0);
    return stock.number("/items/0/onHand") + " left";
  }

  private String inApp() {
    Answer found =
        Waiting.until(
            SOON,
            "the notification",
            () -> cast.customer.get("/api/notifications"),
            answer -> answer.body().contains(number));
    return found.number("/totalItems") + " in the inbox";
  }

  private String audited() {
    Set<String> wanted =
        Set.of(
            "order.created",
            "inventory.reserved",
            "payment.initiated",
            "order.update",
            "audit.request");
    Answer trail =
        Waiting.until(
            SOON,
            "the trail",
            () -> cast.superAdmin.get("/api/audit?size=100&correlationId=" + correlationId),
            answer -> wanted.stream().allMatch(type -> answer.body().contains(type)));
    return trail.number("/totalItems") + " entries under " + correlationId;
  }

  private String dashboard() {
    Answer dashboard =
        Waiting.until(
            SOON,
            "the sale",
            () -> cast.admin.get("/api/analytics/dashboard?period=day"),
            answer -> answer.json().at("/orders/confirmed").asLong() >= 1);
    return "revenue " + Prices.show(dashboard.json().at("/revenue/0"));
  }
}
