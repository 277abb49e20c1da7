package io.emporium.fleet.story;

import io.emporium.fleet.client.Answer;
import io.emporium.fleet.client.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// A part of the price goes back by hand, and later the goods come back: all that is given back is
/// what was paid, and the credit notes are the invoice.
final class GivingGoodwill {

  private static final Duration SOON = Duration.ofSeconds(15);
  private static final long GOODWILL = 10_000;

  private final Cast cast;
  private final StoryTeller teller;
  private String order = "";
  private String payment = "";
  private String payments = "";
  private String returnPath = "";
  private long paid;

  GivingGoodwill(Cast cast, StoryTeller teller) {
    this.cast = cast;
    this.teller = teller;
  }

  void play() {
    teller.chapter("Goodwill, and then a return");
    teller.step("The customer orders a black laptop and pays in the same call", this::buy);
    teller.step("It is paid without another, and has a scratch", this::paid);
    teller.step("The manager gives a part back out of goodwill", this::giveBack);
    teller.step("The order says so", () -> awaitPayment("partially_refunded", GOODWILL));
    teller.step("… and so does a credit note", () -> credited(1));
    teller.step("The laptop is delivered, and comes back all the same", this::comeBack);
    teller.step("The return gives back only what is left", this::refundTheRest);
    teller.step("The order says that all has gone back", () -> awaitPayment("refunded", paid));
    teller.step("The credit notes are the invoice, to the cent", this::creditedInFull);
  }

  private String buy() {
    Answer placed =
        cast.customer
            .post(
                "/api/orders",
                Map.of(
                    "items",
                    List.of(
                        Map.of(
                            "productId",
                            cast.laptopId,
                            "sku",
                            cast.blackLaptopSku(),
                            "quantity",
                            1)),
                    "payment",
                    Map.of("provider", "stripe", "paymentMethod", "pm_card_visa")))
            .expect(201);
    order = "/api/orders/" + placed.text("/id");
    payments = placed.text("/links/payments");
    paid = placed.number("/total/amount");
    return placed.text("/number") + " over " + Prices.show(placed.json().at("/total"));
  }

  private String paid() {
    Answer confirmed =
        Waiting.until(
            SOON,
            "the order",
            () -> cast.customer.get(order),
            answer -> answer.text("/status").equals("confirmed"));
    Answer found = cast.customer.get(payments).expect(200);
    payment = found.text("/items/0/id");
    return confirmed.text("/status") + ", payment " + found.text("/items/0/status");
  }

  private String giveBack() {
    Answer refund =
        cast.manager
            .post(
                "/api/payments/" + payment + "/refunds",
                Map.of(
                    "amount", Map.of("amount", GOODWILL, "currency", "USD"), "reason", "scratched"),
                "Idempotency-Key",
                "goodwill-" + cast.run)
            .expect(201);
    return Prices.show(refund.json().at("/amount")) + " " + refund.text("/status");
  }

  private String awaitPayment(String status, long refunded) {
    Answer seen =
        Waiting.until(
            SOON,
            status,
            () -> cast.customer.get(order),
            answer ->
                answer.text("/payment/status").equals(status)
                    && answer.number("/payment/refunded/amount") == refunded);
    return seen.text("/payment/status") + ", " + Prices.show(seen.json().at("/payment/refunded"));
  }

  private String comeBack() {
    Answer sent = send();
    String shipment = order + "/fulfilments/" + sent.text("/fulfilments/0/id");
    cast.cashier.post(shipment + "/deliver", null).expect(200);
    List<Map<String, Object>> laptop = List.of(Map.of("line", 1, "quantity", 1));
    Answer wanted =
        cast.customer
            .post(
                "/api/returns",
                Map.of("orderId", sent.text("/id"), "lines", laptop, "reason", "scratched"))
            .expect(201);
    returnPath = "/api/returns/" + wanted.text("/id");
    cast.manager.post(returnPath + "/approve", null).expect(200);
    Answer received =
        cast.cashier.post(returnPath + "/receive", Map.of("lines", laptop)).expect(200);
    return Prices.show(received.json().at("/refundable")) + " were paid for it";
  }

  // Right after it was paid for, the stock is still being taken.
  private Answer send() {
    return Waiting.find(
            SOON,
            () -> {
              Answer sent =
                  cast.cashier.post(
                      order + "/fulfilments",
                      Map.of("carrier", "DHL", "trackingNumber", "B-" + cast.run));
              return sent.status() == 409 ? Optional.empty() : Optional.of(sent.expect(201));
            })
        .orElseThrow(() -> new IllegalStateException("the stock is still being taken"));
  }

  private String refundTheRest() {
    Answer refund = cast.manager.post(returnPath + "/refund", null).expect(200);
    long left = Math.min(refund.number("/worth/amount"), paid - GOODWILL);
    if (refund.number("/refund/amount") != left) {
      throw new IllegalStateException("left are " + left + ", it gives " + refund.body());
    }
    return "%s of %s"
        .formatted(
            Prices.show(refund.json().at("/refund")), Prices.show(refund.json().at("/worth")));
  }

  private String creditedInFull() {
    String numbers = credited(2);
    Answer invoice = cast.customer.get(order + "/invoice").expect(200);
    Answer notes = creditNotes();
    for (String sum : List.of("/total/amount", "/net/amount", "/tax/amount")) {
      long invoiced = invoice.number(sum);
      long takenBack = 0;
      for (JsonNode note : notes.json().path("items")) {
        takenBack += note.at(sum).asLong();
      }
      if (takenBack != invoiced) {
        throw new IllegalStateException(sum + ": invoiced " + invoiced + ", taken " + takenBack);
      }
    }
    return numbers + " for " + invoice.text("/number");
  }

  private String credited(long expected) {
    Answer notes =
        Waiting.until(
            SOON,
            expected + " credit notes",
            this::creditNotes,
            answer -> answer.number("/totalItems") == expected);
    StringBuilder numbers = new StringBuilder();
    for (JsonNode note : notes.json().path("items")) {
      numbers.append(numbers.isEmpty() ? "" : ", ").append(note.path("number").asString());
    }
    return numbers.toString();
  }

  private Answer creditNotes() {
    String id = order.substring(order.lastIndexOf('/') + 1);
    return cast.customer.get("/api/invoices?kind=credit_note&order=" + id);
  }
}
