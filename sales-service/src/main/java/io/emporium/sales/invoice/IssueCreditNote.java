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
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
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
    Credit credit = credit(order, original, command);
    // Decided before the number is taken: what cannot be written must leave no gap.
    numbering
        .forCreditNote(
            companyId,
            occasion,
            company.timeZone(),
            open ->
                credit.outOf(
                    Uncredited.leftFor(occasion, original.taxes(), open, notesOn(original))))
        .ifPresent(
            taken -> {
              Invoice.Numbered numbered =
                  Invoice.Numbered.of(
                      companyId, InvoiceKind.CREDIT_NOTE, taken, company.invoiceNumberPrefix());
              Parties parties = Parties.of(company, original.parties().shopName(), order);
              Invoice.Corrected corrected =
                  new Invoice.Corrected(
                      original, command.refundId(), parties, credit.lines(taken.credited()));
              var _ =
                  invoices.create(
                      Invoice.creditNote(occasion.invoiceId(), numbered, order, corrected));
            });
  }

  private Credit credit(Order order, Invoice original, Command command) {
    Scope company = Scope.company(Objects.requireNonNull(order.companyId(), "has a company"));
    Optional<Return> returned =
        ReturnClaims.ownerOf(command.refundId()).flatMap(each -> returns.find(company, each));
    List<InvoiceLine> goods =
        returned.map(found -> Billing.ofReturn(found, order.basket())).orElse(List.of());
    return new Credit(
        original, command.amount(), goods, reason(command, returned.isPresent()) + order.number());
  }

  private static String reason(Command command, boolean goodsCameBack) {
    if (goodsCameBack) {
      return "Goods returned of order ";
    }
    return command.refundId().startsWith(NOT_TAKEN)
        ? "Not charged of order "
        : "Allowance on order ";
  }

  /// What the credit notes that exist take back: as many as a payment takes refunds, and one for
  /// what was never taken.
  private Map<String, List<TaxSum>> notesOn(Invoice original) {
    Scope company = Scope.company(Objects.requireNonNull(original.companyId(), "has a company"));
    Document ofOrder =
        new Document("orderId", original.orderId()).append("kind", InvoiceKind.CREDIT_NOTE.name());
    return invoices.list(company, ofOrder, PageQuery.first(PageQuery.MAX_SIZE)).stream()
        .collect(Collectors.toMap(Invoice::id, Invoice::taxes));
  }
}
