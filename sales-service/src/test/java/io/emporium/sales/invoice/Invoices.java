package io.emporium.sales.invoice;

import io.emporium.events.Money;
import io.emporium.events.catalog.DeliveryAddress;
import io.emporium.events.company.LegalDetails;
import io.emporium.sales.order.Order;
import io.emporium.sales.order.Orders;
import io.emporium.sales.order.Orders.Goods;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/// Invoices for tests.
public final class Invoices {

  private static final LegalDetails LEGAL =
      new LegalDetails(
          "Łódź Tea & Spice Sp. z o.o.",
          "ul. Piotrkowska 1",
          "Lokal 7",
          "90-001",
          "Łódź",
          "PL",
          "PL 725 18 01 126");
  private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");

  private Invoices() {}

  public static Invoice of(List<Goods> items, DeliveryAddress address) {
    Order order = Orders.rich(items, address, NOW);
    Parties parties =
        new Parties(
            "Łódź Tea & Spice Trading Company",
            "Tea House at the Harbour",
            ZoneId.of("Europe/Berlin"),
            LEGAL,
            address.name(),
            order.customerEmail(),
            address);
    return Invoice.ofSale(
        numbered(InvoiceKind.INVOICE), order, parties, Billing.ofSale(order.basket()));
  }

  public static Invoice allowance(
      Invoice original, List<Goods> items, DeliveryAddress address, long amount) {
    Order order = Orders.rich(items, address, NOW);
    Credit credit =
        new Credit(
            original,
            Money.of(amount, "EUR"),
            List.of(),
            "Allowance on order " + original.orderNumber());
    return Invoice.creditNote(
        "cn-1",
        numbered(InvoiceKind.CREDIT_NOTE),
        order,
        new Invoice.Corrected(
            original,
            "refund-1",
            original.parties(),
            credit.lines(credit.outOf(Uncredited.of(original.taxes(), List.of())))));
  }

  private static Invoice.Numbered numbered(InvoiceKind kind) {
    TakenNumber taken = new TakenNumber(Occasion.sale("order-1", NOW), 2026, 17, NOW, List.of());
    return Invoice.Numbered.of("acme", kind, taken, "INV-");
  }
}
