package io.emporium.fleet.audit;

import io.emporium.fleet.audit.Books.Charge;
import io.emporium.fleet.audit.Books.GivenBack;
import io.emporium.fleet.audit.Books.Money;
import io.emporium.fleet.audit.Books.Movement;
import io.emporium.fleet.audit.Books.Order;
import io.emporium.fleet.audit.Books.Paid;
import io.emporium.fleet.audit.Books.Payment;
import io.emporium.fleet.audit.Books.Refund;
import io.emporium.fleet.audit.Books.Reservation;
import io.emporium.fleet.audit.Books.Stock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// How the services' answers read as entries of the books. A figure that is missing is an error: an
/// audit that reads nothing finds nothing.
final class Ledgers {

  private Ledgers() {}

  static Order order(JsonNode json) {
    Map<String, Long> units = new TreeMap<>();
    for (JsonNode line : json.path("lines")) {
      units.merge(text(line, "/sku"), number(line, "/quantity"), Long::sum);
    }
    return new Order(
        text(json, "/id"),
        text(json, "/number"),
        text(json, "/companyId"),
        text(json, "/status"),
        money(json.path("total")),
        number(json, "/tax/amount"),
        units,
        Instant.parse(text(json, "/placedAt")),
        new Paid(text(json, "/payment/status"), number(json, "/payment/refunded/amount")));
  }

  static Payment payment(JsonNode json) {
    List<Refund> refunds = new ArrayList<>();
    for (JsonNode refund : json.path("refunds")) {
      refunds.add(
          new Refund(
              text(refund, "/id"),
              text(refund, "/status"),
              number(refund, "/amount/amount"),
              refund.path("reference").asString("").equals("by-hand")));
    }
    boolean opened = json.path("amount").isObject();
    return new Payment(
        text(json, "/id"),
        text(json, "/orderId"),
        text(json, "/status"),
        opened ? money(json.path("amount")) : null,
        opened ? number(json, "/captured/amount") : 0,
        json.path("provider").asString(""),
        refunds);
  }

  static Charge charge(JsonNode json) {
    return new Charge(
        text(json, "/id"),
        json.at("/metadata/orderId").asString(""),
        json.at("/metadata/paymentId").asString(""),
        text(json, "/state"),
        number(json, "/amountCaptured"),
        text(json, "/currency"));
  }

  static GivenBack givenBack(JsonNode json) {
    return new GivenBack(text(json, "/id"), text(json, "/charge"), number(json, "/amount"));
  }

  static Reservation reservation(JsonNode json) {
    return new Reservation(text(json, "/orderId"), text(json, "/status"));
  }

  static Stock stock(JsonNode json) {
    return new Stock(
        place(json),
        number(json, "/onHand"),
        number(json, "/reserved"),
        number(json, "/available"));
  }

  static Movement movement(JsonNode json) {
    return new Movement(
        place(json),
        text(json, "/sku"),
        text(json, "/kind"),
        number(json, "/delta"),
        json.path("reference").asString(""));
  }

  /// Inventory's own findings.
  static Drift invariant(JsonNode json) {
    return new Drift(
        "inventory: " + text(json, "/kind"),
        text(json, "/companyId"),
        place(json),
        "expected %d, found %d, order %s"
            .formatted(
                number(json, "/expected"),
                number(json, "/actual"),
                json.path("orderId").asString("none")));
  }

  static Drift orphan(JsonNode json) {
    return new Drift(
        "orphaned payment",
        Drift.NOBODY,
        json.path("paymentId").asString("unknown"),
        text(json, "/kind") + ", order " + json.path("orderId").asString("unknown"));
  }

  static Money money(JsonNode json) {
    return new Money(number(json, "/amount"), text(json, "/currency"));
  }

  private static String place(JsonNode json) {
    return text(json, "/sku") + " in " + text(json, "/warehouseId");
  }

  static String text(JsonNode json, String pointer) {
    JsonNode node = json.at(pointer);
    if (node.isMissingNode() || node.isNull()) {
      throw new IllegalStateException("no " + pointer + " in " + json);
    }
    return node.asString();
  }

  static long number(JsonNode json, String pointer) {
    JsonNode node = json.at(pointer);
    if (!node.isIntegralNumber()) {
      throw new IllegalStateException("no number " + pointer + " in " + json);
    }
    return node.asLong();
  }
}
