package io.emporium.sales.invoice;

import io.emporium.events.Money;
import io.emporium.events.order.CreditNoteIssued;
import io.emporium.events.order.InvoiceIssued;
import io.emporium.kit.store.AggregateRoot;
import io.emporium.kit.tenancy.TenantOwned;
import io.emporium.sales.order.Order;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/// An invoice, or a credit note against one. Written once and never changed: there is no command.
@Document("invoices")
@TypeAlias("invoice")
@TenantOwned(shop = "shopId", customer = "customerId")
public final class Invoice extends AggregateRoot {

  /// What a credit note takes back, and why.
  public record Corrects(String invoiceId, String number, String refundId) {}

  /// @param series identifies company, kind and fiscal year
  record Numbered(String series, InvoiceKind kind, long count, String number, Instant issuedAt) {
    static Numbered of(String companyId, InvoiceKind kind, TakenNumber taken, String prefix) {
      return new Numbered(
          seriesOf(companyId, kind, taken.year()),
          kind,
          taken.count(),
          kind.number(prefix, taken.year(), taken.count()),
          taken.at());
    }
  }

  private InvoiceKind kind;
  private String series;
  private long count;
  private String number;
  private Instant issuedAt;
  private String orderId;
  private String orderNumber;
  private String shopId;
  private String customerId;
  private Parties parties;
  private Instant suppliedAt;
  private List<InvoiceLine> lines;
  private List<TaxSum> taxes;
  private Money net;
  private Money tax;
  private Money total;
  private @Nullable Corrects corrects;

  @PersistenceCreator
  @SuppressWarnings("NullAway.Init") // the store fills the fields
  private Invoice() {}

  private Invoice(
      String id, Numbered numbered, Order order, Parties parties, List<InvoiceLine> lines) {
    super(id, order.companyId());
    this.kind = numbered.kind();
    this.series = numbered.series();
    this.count = numbered.count();
    this.number = numbered.number();
    this.issuedAt = numbered.issuedAt();
    this.orderId = order.id();
    this.orderNumber = order.number();
    this.shopId = order.shopId();
    this.customerId = order.customerId();
    this.parties = parties;
    this.suppliedAt = Objects.requireNonNullElse(order.confirmedAt(), order.placedAt());
    this.lines = List.copyOf(lines);
    this.taxes = TaxSum.of(lines);
    Money zero = Money.zero(order.basket().total().currency());
    this.net = lines.stream().map(InvoiceLine::net).reduce(zero, Money::plus);
    this.tax = lines.stream().map(InvoiceLine::tax).reduce(zero, Money::plus);
    this.total = net.plus(tax);
  }

  static Invoice ofSale(Numbered numbered, Order order, Parties parties, List<InvoiceLine> lines) {
    Invoice invoice =
        new Invoice(Occasion.invoiceIdOf(order.id()), numbered, order, parties, lines);
    invoice.record(
        new InvoiceIssued(
            invoice.id(),
            invoice.number,
            invoice.orderId,
            invoice.customerId,
            invoice.total,
            invoice.tax,
            invoice.issuedAt));
    return invoice;
  }

  static Invoice creditNote(String id, Numbered numbered, Order order, Corrected corrected) {
    Invoice original = corrected.original();
    Invoice note = new Invoice(id, numbered, order, corrected.parties(), corrected.lines());
    note.corrects = new Corrects(original.id(), original.number, corrected.refundId());
    note.record(
        new CreditNoteIssued(
            note.id(),
            note.number,
            original.id(),
            note.orderId,
            note.total,
            note.tax,
            note.issuedAt));
    return note;
  }

  /// @param parties as they are now; the seller may have moved since
  /// @param lines what is taken back of the original
  record Corrected(Invoice original, String refundId, Parties parties, List<InvoiceLine> lines) {}

  static String seriesOf(String companyId, InvoiceKind kind, int year) {
    return companyId + ":" + kind.wireName() + ":" + year;
  }

  public InvoiceKind kind() {
    return kind;
  }

  public String number() {
    return number;
  }

  public String series() {
    return series;
  }

  /// Its place in the series, from 1.
  public long count() {
    return count;
  }

  public Instant issuedAt() {
    return issuedAt;
  }

  public String orderId() {
    return orderId;
  }

  public String orderNumber() {
    return orderNumber;
  }

  @Override
  public String shopId() {
    return shopId;
  }

  public String customerId() {
    return customerId;
  }

  public Parties parties() {
    return parties;
  }

  public Instant suppliedAt() {
    return suppliedAt;
  }

  public List<InvoiceLine> lines() {
    return lines;
  }

  public List<TaxSum> taxes() {
    return taxes;
  }

  public Money net() {
    return net;
  }

  public Money tax() {
    return tax;
  }

  public Money total() {
    return total;
  }

  /// Null for an invoice.
  public @Nullable Corrects corrects() {
    return corrects;
  }
}
