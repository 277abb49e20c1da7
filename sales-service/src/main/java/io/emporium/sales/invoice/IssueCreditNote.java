package io.emporium.sales.invoice;

import io.emporium.events.Money;
import io.emporium.kit.problem.Category;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.tenancy.Scope;
import io.emporium.sales.offer.CompanyTerms;
import io.emporium.sales.offer.Marketplace;
import io.emporium.sales.order.Order;
import io.emporium.sales.returns.Return;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/// Money went back: a credit note takes that much of the invoice back, once per refund.
@Component
public class IssueCreditNote {

  /// @param at when the money went back
  public record Command(String orderId, String refundId, Money amount, Instant at) {}

  private final AggregateStore<Order> orders;
  private final AggregateStore<Return> returns;
  private final AggregateStore<Invoice> invoices;
  private final IssueInvoice issueInvoice;
  private final Numbering numbering;
  private final Marketplace marketplace;

  IssueCreditNote(
      AggregateStore<Order> orders,
      AggregateStore<Return> returns,
      AggregateStore<Invoice> invoices,
      IssueInvoice issueInvoice,
      Numbering numbering,
      Marketplace marketplace) {
    this.orders = orders;
    this.returns = returns;
    this.invoices = invoices;
    this.issueInvoice = issueInvoice;
    this.numbering = numbering;
    this.marketplace = marketplace;
  }

  /// @throws Refusal unavailable while it is open whether there will be an invoice
  public void handle(String companyId, Command command) {
    Order order = orders.get(Scope.company(companyId), command.orderId());
    Instant sold = order.confirmedAt();
    if (sold != null) {
      issue(order, issueInvoice.handle(order, sold), command);
    } else if (!order.checkout().dead()) {
      throw new Refusal(
          Category.UNAVAILABLE, "order_not_confirmed_yet", "The order has no invoice yet");
    }
    // What was never sold, and paid too late, has no invoice that could be corrected.
  }

  private void issue(Order order, Invoice original, Command command) {
    String companyId = Objects.requireNonNull(order.companyId(), "an order has a company");
    CompanyTerms company = marketplace.company(companyId);
    Occasion occasion =
        Occasion.refund(order.id(), command.refundId(), command.amount(), command.at());
    numbering
        .take(companyId, InvoiceKind.CREDIT_NOTE, occasion, company.timeZone())
        .ifPresent(
            taken -> {
              Invoice.Numbered numbered =
                  Invoice.Numbered.of(
                      companyId, InvoiceKind.CREDIT_NOTE, taken, company.invoiceNumberPrefix());
              Parties parties = Parties.of(company, original.parties().shopName(), order);
              Invoice.Corrected corrected =
                  new Invoice.Corrected(
                      original, command.refundId(), parties, lines(order, original, command));
              var _ =
                  invoices.create(
                      Invoice.creditNote(occasion.invoiceId(), numbered, order, corrected));
            });
  }

  private List<InvoiceLine> lines(Order order, Invoice original, Command command) {
    if (command.amount().equals(original.total())) {
      return original.lines();
    }
    Scope company = Scope.company(Objects.requireNonNull(order.companyId(), "has a company"));
    List<InvoiceLine> returned =
        Return.ownerOf(command.refundId())
            .flatMap(id -> returns.find(company, id))
            .map(found -> Billing.ofReturn(found, order.basket()))
            .orElse(List.of());
    // What a return gives back is what its lines say, or it is not credited as one.
    return grossOf(returned) == command.amount().amount()
        ? returned
        : Billing.ofAllowance(original, command.amount());
  }

  private static long grossOf(List<InvoiceLine> lines) {
    return lines.stream().mapToLong(line -> line.gross().amount()).sum();
  }
}
