package io.emporium.sales.invoice;

import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.tenancy.Scope;
import io.emporium.sales.offer.CompanyTerms;
import io.emporium.sales.offer.Marketplace;
import io.emporium.sales.offer.ShopTerms;
import io.emporium.sales.order.Order;
import java.time.Instant;
import org.springframework.stereotype.Component;

/// Writes the invoice of a confirmed order, once. Two writes, and each may be repeated: the series
/// gives the number, then the invoice is created under an id that follows from the order's.
@Component
public class IssueInvoice {

  private final AggregateStore<Order> orders;
  private final AggregateStore<Invoice> invoices;
  private final Numbering numbering;
  private final Marketplace marketplace;

  IssueInvoice(
      AggregateStore<Order> orders,
      AggregateStore<Invoice> invoices,
      Numbering numbering,
      Marketplace marketplace) {
    this.orders = orders;
    this.invoices = invoices;
    this.numbering = numbering;
    this.marketplace = marketplace;
  }

  /// @param at when the order was confirmed
  public Invoice handle(String companyId, String orderId, Instant at) {
    return handle(orders.get(Scope.company(companyId), orderId), at);
  }

  Invoice handle(Order order, Instant at) {
    ShopTerms shop = marketplace.shop(order.shopId());
    CompanyTerms company = marketplace.company(shop.companyId());
    Occasion occasion = Occasion.sale(order.id(), at);
    return numbering
        .forInvoice(company.companyId(), occasion, company.timeZone())
        .map(taken -> written(order, taken, company, shop))
        .filter(invoices::create)
        .orElseGet(() -> invoices.get(Scope.company(company.companyId()), occasion.invoiceId()));
  }

  private static Invoice written(
      Order order, TakenNumber taken, CompanyTerms company, ShopTerms shop) {
    return Invoice.ofSale(
        Invoice.Numbered.of(
            company.companyId(), InvoiceKind.INVOICE, taken, company.invoiceNumberPrefix()),
        order,
        Parties.of(company, shop.name(), order),
        Billing.ofSale(order.basket()));
  }
}
