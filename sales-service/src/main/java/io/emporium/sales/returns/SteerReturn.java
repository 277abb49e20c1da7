package io.emporium.sales.returns;

import io.emporium.events.Money;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.tenancy.Scope;
import io.emporium.sales.offer.CompanyTerms;
import io.emporium.sales.offer.Marketplace;
import io.emporium.sales.order.Order;
import io.emporium.sales.order.PayingBack;
import io.emporium.sales.order.Repayments;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What staff do with a return.
@Component
public class SteerReturn {

  /// @param unlimited whether the person may give back more than the company's limit
  public record Refunding(boolean withShipping, boolean unlimited) {}

  private final AggregateStore<Return> returns;
  private final AggregateStore<Order> orders;
  private final Marketplace marketplace;
  private final Clock clock;

  SteerReturn(
      AggregateStore<Return> returns,
      AggregateStore<Order> orders,
      Marketplace marketplace,
      Clock clock) {
    this.returns = returns;
    this.orders = orders;
    this.marketplace = marketplace;
    this.clock = clock;
  }

  public Return approve(Scope scope, String id) {
    return returns.change(scope, id, found -> found.approve(clock.instant()));
  }

  public Return reject(Scope scope, String id, String reason) {
    return returns.change(scope, id, found -> found.reject(reason, clock.instant()));
  }

  public Return receive(
      Scope scope, String id, String receiptId, List<ReturnLine.Portion> portions) {
    return returns.change(scope, id, found -> found.receive(receiptId, portions, clock.instant()));
  }

  /// Two writes, and the first decides: the order promises what is left of its money; then the
  /// return asks payment-service for that. Whoever dies in between leaves a promise that the next
  /// press finds.
  ///
  /// @throws Refusal forbidden, where the order's refunds together are above the company's limit
  public Return refund(Scope scope, String id, Refunding how) {
    Return found = returns.get(scope, id);
    if (found.refundAmount() != null) {
      return found;
    }
    found.requireIn(ReturnStatus.RECEIVED, ReturnStatus.REFUNDING);
    CompanyTerms company =
        marketplace.company(Objects.requireNonNull(found.companyId(), "a shop has a company"));
    Money limit = company.refundApprovalLimit();
    var wish = new PayingBack.Wish(id, found.refundable(), how.withShipping());
    Order order =
        orders.change(
            scope,
            found.orderId(),
            each -> each.payingBack().promise(wish, sum -> requireAllowed(sum, limit, how)));
    Repayments.Promise promise = order.repayments().promiseTo(id).orElseThrow();
    return returns.change(scope, id, each -> each.refund(promise, clock.instant()));
  }

  public Return retry(Scope scope, String id) {
    return returns.change(scope, id, found -> found.retry(clock.instant()));
  }

  public Return close(Scope scope, String id, String reason) {
    return returns.change(scope, id, found -> found.close(reason, clock.instant()));
  }

  /// @param together what would go back of the order, not by this return only
  static void requireAllowed(Money together, @Nullable Money limit, Refunding how) {
    if (limit != null && !how.unlimited() && isBeyond(limit, together)) {
      throw Refusal.forbidden(
          "refund_needs_approval",
          "Refunds of more than " + limit + " for one order are made by an admin");
    }
  }

  private static boolean isBeyond(Money limit, Money together) {
    // Without a rate of exchange nobody can say that it is within.
    return !limit.currency().equals(together.currency()) || together.exceeds(limit);
  }
}
