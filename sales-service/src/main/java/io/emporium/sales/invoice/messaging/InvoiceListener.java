package io.emporium.sales.invoice.messaging;

import io.emporium.events.Envelope;
import io.emporium.events.order.OrderConfirmed;
import io.emporium.events.payment.PaymentCaptured;
import io.emporium.events.payment.PaymentRefunded;
import io.emporium.kit.messaging.Consumes;
import io.emporium.kit.messaging.Handles;
import io.emporium.sales.invoice.IssueCreditNote;
import io.emporium.sales.invoice.IssueInvoice;
import java.util.Objects;
import org.springframework.stereotype.Component;

/// Sales are invoiced, and what is not kept of their money credited, apart from the way of the
/// order: paper makes no customer wait.
@Component
@Consumes("invoices")
class InvoiceListener {

  private final IssueInvoice issueInvoice;
  private final IssueCreditNote issueCreditNote;

  InvoiceListener(IssueInvoice issueInvoice, IssueCreditNote issueCreditNote) {
    this.issueInvoice = issueInvoice;
    this.issueCreditNote = issueCreditNote;
  }

  @Handles
  void on(OrderConfirmed event, Envelope<?> envelope) {
    var _ = issueInvoice.handle(company(envelope), event.order().orderId(), envelope.time());
  }

  @Handles
  void on(PaymentRefunded event, Envelope<?> envelope) {
    issueCreditNote.handle(
        company(envelope),
        new IssueCreditNote.Command(
            event.orderId(), event.refundId(), event.amount(), envelope.time()));
  }

  @Handles
  void on(PaymentCaptured event, Envelope<?> envelope) {
    issueCreditNote.lessTaken(company(envelope), event.orderId(), event.amount(), envelope.time());
  }

  private static String company(Envelope<?> envelope) {
    return Objects.requireNonNull(envelope.companyid(), "an order belongs to a company");
  }
}
