package io.emporium.sales.invoice.web;

import io.emporium.events.Money;
import io.emporium.events.catalog.DeliveryAddress;
import io.emporium.events.company.LegalDetails;
import io.emporium.sales.invoice.Invoice;
import io.emporium.sales.invoice.InvoiceKind;
import io.emporium.sales.invoice.InvoiceLine;
import io.emporium.sales.invoice.Parties;
import io.emporium.sales.invoice.TaxSum;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// @param paid everything, since invoices are written for what is paid
/// @param corrects the invoice that a credit note takes back; null for an invoice
record InvoiceResponse(
    String id,
    InvoiceKind kind,
    String number,
    Instant issuedAt,
    Instant suppliedAt,
    @Nullable String companyId,
    String orderId,
    String orderNumber,
    Seller seller,
    Buyer buyer,
    List<InvoiceLine> lines,
    List<TaxSum> taxes,
    Money net,
    Money tax,
    Money total,
    Money paid,
    @Nullable Corrected corrects,
    Links links) {

  /// @param legal null where the company had not said who it is before the law
  record Seller(String company, String shop, String shopId, @Nullable LegalDetails legal) {}

  record Buyer(
      String customerId,
      @Nullable String name,
      @Nullable String email,
      @Nullable DeliveryAddress address) {}

  record Corrected(String invoiceId, String number, String refundId) {

    static @Nullable Corrected from(Invoice.@Nullable Corrects corrects) {
      return corrects == null
          ? null
          : new Corrected(corrects.invoiceId(), corrects.number(), corrects.refundId());
    }
  }

  record Links(String self, String pdf, String order) {}

  static InvoiceResponse from(Invoice invoice) {
    Parties parties = invoice.parties();
    String self = "/api/invoices/" + invoice.id();
    return new InvoiceResponse(
        invoice.id(),
        invoice.kind(),
        invoice.number(),
        invoice.issuedAt(),
        invoice.suppliedAt(),
        invoice.companyId(),
        invoice.orderId(),
        invoice.orderNumber(),
        new Seller(parties.companyName(), parties.shopName(), invoice.shopId(), parties.legal()),
        new Buyer(
            invoice.customerId(),
            parties.buyerName(),
            parties.buyerEmail(),
            parties.buyerAddress()),
        invoice.lines(),
        invoice.taxes(),
        invoice.net(),
        invoice.tax(),
        invoice.total(),
        invoice.total(),
        Corrected.from(invoice.corrects()),
        new Links(self, self + "/pdf", "/api/orders/" + invoice.orderId()));
  }
}
