package io.emporium.sales.invoice;

import io.emporium.events.Money;
import io.emporium.kit.problem.Category;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.PageQuery;
import io.emporium.kit.tenancy.Scope;
import io.emporium.sales.offer.CompanyTerms;
import io.emporium.sales.offer.Marketplace;
import io.emporium.sales.order.Order;
import io.emporium.sales.order.ReturnClaims;
import io.emporium.sales.returns.Return;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.springframework.stereotype.Component;

/// Money went back, or less was taken than the order costs: a credit note takes that much of the
/// invoice back, once per refund.
@Component
public class IssueCreditNote {

  /// @param at when the money went back
  public record Command(String orderId, String refundId, Money amount, Instant at) {}

  private static final String NOT_TAKEN = "not-taken-";

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

  /// The shop has taken less than was reserved. The rest is not owed.
  public void lessTaken(String companyId, String orderId, Money taken, Instant at) {
    Order order = orders.get(Scope.company(companyId), orderId);
    Money rest = order.basket().total().minus(taken);
    if (rest.amount() > 0) {
      handle(companyId, new Command(orderId, NOT_TAKEN + orderId, rest, at));
    }
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
    // Before the number is taken: what cannot be written must leave no gap.
    List<InvoiceLine> lines = lines(order, original, command, occasion.invoiceId());
    numbering
        .take(companyId, InvoiceKind.CREDIT_NOTE, occasion, company.timeZone())
        .ifPresent(
            taken -> {
              Invoice.Numbered numbered =
                  Invoice.Numbered.of(
                      companyId, InvoiceKind.CREDIT_NOTE, taken, company.invoiceNumberPrefix());
              Parties parties = Parties.of(company, original.parties().shopName(), order);
              Invoice.Corrected corrected =
                  new Invoice.Corrected(original, command.refundId(), parties, lines);
              var _ =
                  invoices.create(
                      Invoice.creditNote(occasion.invoiceId(), numbered, order, corrected));
            });
  }

  private List<InvoiceLine> lines(Order order, Invoice original, Command command, String id) {
    Scope company = Scope.company(Objects.requireNonNull(order.companyId(), "has a company"));
    List<Invoice> others = others(company, order, id);
    if (others.isEmpty() && command.amount().equals(original.total())) {
      return original.lines();
    }
    Uncredited left = Uncredited.of(original, others);
    Optional<Return> returned =
        ReturnClaims.ownerOf(command.refundId()).flatMap(each -> returns.find(company, each));
    if (returned.isEmpty()) {
      boolean notTaken = command.refundId().startsWith(NOT_TAKEN);
      String what = notTaken ? "Not charged of order " : "Allowance on order ";
      return left.taking(command.amount(), what + order.number());
    }
    List<InvoiceLine> goods = Billing.ofReturn(returned.get(), order.basket());
    // Where a part of their price had gone back before, the rest is not the price of any line.
    return grossOf(goods) == command.amount().amount() && left.covers(goods)
        ? goods
        : left.taking(command.amount(), "Goods returned of order " + order.number());
  }

  /// The credit notes that there are for this order; as many as a payment takes refunds.
  private List<Invoice> others(Scope company, Order order, String id) {
    Document ofOrder =
        new Document("orderId", order.id()).append("kind", InvoiceKind.CREDIT_NOTE.name());
    return invoices.list(company, ofOrder, PageQuery.first(PageQuery.MAX_SIZE)).stream()
        .filter(note -> !note.id().equals(id))
        .toList();
  }

  private static long grossOf(List<InvoiceLine> lines) {
    return lines.stream().mapToLong(line -> line.gross().amount()).sum();
  }
}
