package io.emporium.fleet.story;

import io.emporium.fleet.client.Answer;
import io.emporium.fleet.client.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// The laptop that was bought is delivered, and comes back: the goods to the shelf, the money to
/// the customer.
final class ComingBack {

  private static final Duration SOON = Duration.ofSeconds(15);

  private final Cast cast;
  private final StoryTeller teller;
  private String shipmentId = "";
  private String returnId = "";

  ComingBack(Cast cast, StoryTeller teller) {
    this.cast = cast;
    this.teller = teller;
  }

  void play() {
    teller.chapter("A laptop comes back");
    teller.step("The cashier sends the customer's laptop", this::ship);
    teller.step("… and it is delivered", this::deliver);
    teller.step("The customer wants to give it back", this::request);
    teller.step("The manager agrees", () -> steer("approve").text("/status"));
    teller.step("The cashier takes the laptop in, unharmed", this::receive);
    teller.step("It is on the shelf again", this::restocked);
    teller.step("The manager gives the money back", this::refund);
    teller.step("The customer has the money", this::refunded);
    teller.step("… and a credit note over it", this::creditNote);
  }

  private String ship() {
    Answer order =
        cast.cashier
            .post(
                "/api/orders/" + cast.laptopOrder + "/fulfilments",
                Map.of("carrier", "DHL", "trackingNumber", "T-" + cast.run))
            .expect(201);
    shipmentId = order.text("/fulfilments/0/id");
    return order.text("/number") + " is " + order.text("/status");
  }

  private String deliver() {
    String shipment = "/api/orders/" + cast.laptopOrder + "/fulfilments/" + shipmentId;
    Answer order = cast.cashier.post(shipment + "/deliver", null).expect(200);
    return order.text("/number") + " is " + order.text("/status");
  }

  private String request() {
    Answer wanted =
        cast.customer
            .post(
                "/api/returns",
                Map.of(
                    "orderId",
                    cast.laptopOrder,
                    "lines",
                    List.of(Map.of("line", 1, "quantity", 1)),
                    "reason",
                    "too heavy"))
            .expect(201);
    returnId = wanted.text("/id");
    return wanted.text("/reason");
  }

  private String receive() {
    Map<String, Object> counted = Map.of("lines", List.of(Map.of("line", 1, "quantity", 1)));
    Answer received =
        cast.cashier.post("/api/returns/" + returnId + "/receive", counted).expect(200);
    return Prices.show(received.json().at("/refundable")) + " to be given back";
  }

  private String restocked() {
    Answer stock =
        Waiting.until(
            SOON,
            "the laptop",
            () -> cast.manager.get("/api/inventory/v1/products?sku=" + cast.laptopSku()),
            answer -> answer.json().at("/items/0/onHand").asLong() == Trouble.LEFT + 1);
    return stock.number("/items/0/available") + " available";
  }

  private String refund() {
    return Prices.show(steer("refund").json().at("/refund"));
  }

  private String refunded() {
    return Waiting.until(
            SOON,
            "the money",
            () -> cast.customer.get("/api/returns/" + returnId),
            answer -> answer.text("/status").equals("refunded"))
        .text("/status");
  }

  private String creditNote() {
    Answer notes =
        Waiting.until(
            SOON,
            "the credit note",
            () -> cast.customer.get("/api/invoices?kind=credit_note&order=" + cast.laptopOrder),
            answer -> answer.number("/totalItems") == 1);
    return notes.text("/items/0/number") + " for " + notes.text("/items/0/corrects/number");
  }

  private Answer steer(String what) {
    return cast.manager.post("/api/returns/" + returnId + "/" + what, null).expect(200);
  }
}
