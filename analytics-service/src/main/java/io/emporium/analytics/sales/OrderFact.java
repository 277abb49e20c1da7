package io.emporium.analytics.sales;

import io.emporium.events.Money;
import io.emporium.events.analytics.TrackSale;
import io.emporium.events.websocket.Broadcast;
import io.emporium.kit.store.AggregateRoot;
import io.emporium.kit.store.Outcome;
import io.emporium.kit.tenancy.TenantOwned;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/// All that is counted of one order. Each event fills in its part, once and in whatever order they
/// arrive, so the collection can be thrown away and made again from the events.
@Document(OrderFact.COLLECTION)
@TypeAlias("order_fact")
@TenantOwned(shop = "shopId")
public final class OrderFact extends AggregateRoot {

  public static final String COLLECTION = "order_facts";
  private static final String TOPIC = "analytics";

  private String orderId;
  private @Nullable String shopId;
  private @Nullable Instant placedAt;
  private @Nullable Instant soldAt;
  private @Nullable Sale sale;
  private @Nullable Instant endedAt;
  private @Nullable Ending ending;
  private List<Refund> refunds = List.of();
  // Null unless money was reserved first.
  private @Nullable Money captured;

  @PersistenceCreator
  @SuppressWarnings("NullAway.Init") // the store fills the fields
  private OrderFact() {}

  private OrderFact(String orderId, String companyId) {
    super(idOf(orderId), companyId);
    this.orderId = orderId;
  }

  static OrderFact of(String orderId, String companyId) {
    return new OrderFact(orderId, companyId);
  }

  // Not the order's own id: what this sends must not have the ids of what sales-service sends.
  static String idOf(String orderId) {
    return "sale-" + orderId;
  }

  public Outcome placed(String shop, Instant at) {
    if (placedAt != null) {
      return Outcome.ALREADY;
    }
    shopId = shop;
    placedAt = at;
    return Outcome.APPLIED;
  }

  public Outcome sold(TrackSale event) {
    if (soldAt != null) {
      return Outcome.ALREADY;
    }
    shopId = event.shopId();
    soldAt = event.soldAt();
    sale = new Sale(List.copyOf(event.lines()), event.net(), event.tax(), event.total());
    send(new Broadcast(TOPIC, "sale", shown(event.shopId(), event.net())));
    return Outcome.APPLIED;
  }

  public Outcome ended(Ending how, String shop, Instant at) {
    if (ending != null) {
      return Outcome.ALREADY;
    }
    shopId = shop;
    ending = how;
    endedAt = at;
    return Outcome.APPLIED;
  }

  public Outcome refunded(Refund refund) {
    if (refunds.stream().anyMatch(known -> known.refundId().equals(refund.refundId()))) {
      return Outcome.ALREADY;
    }
    refunds = new ArrayList<>(refunds);
    refunds.add(refund);
    if (shopId != null) {
      send(new Broadcast(TOPIC, "refund", shown(shopId, refund.amount())));
    }
    return Outcome.APPLIED;
  }

  /// Reserved money was taken, once: what was left of it is the customer's, like a refund.
  public Outcome captured(Money amount) {
    if (captured != null) {
      return Outcome.ALREADY;
    }
    captured = amount;
    return Outcome.APPLIED;
  }

  public @Nullable Instant soldAt() {
    return soldAt;
  }

  /// When it ended without being fulfilled; null as long as it has not.
  public @Nullable Instant endedAt() {
    return endedAt;
  }

  public @Nullable Sale sale() {
    return sale;
  }

  /// What is left of the sale after refunds, and without what was never taken; null when nothing
  /// was sold.
  public Sale.@Nullable Kept kept() {
    return sale == null ? null : sale.after(notTakenOf(sale).plus(refundedIn(sale)));
  }

  @Override
  protected @Nullable String shopId() {
    return shopId;
  }

  private Money notTakenOf(Sale sold) {
    Money total = sold.total();
    Money none = Money.zero(total.currency());
    if (captured == null || !captured.currency().equals(total.currency())) {
      return none;
    }
    return total.exceeds(captured) ? total.minus(captured) : none;
  }

  private Money refundedIn(Sale sold) {
    Money sum = Money.zero(sold.total().currency());
    for (Refund refund : refunds) {
      if (refund.amount().currency().equals(sum.currency())) {
        sum = sum.plus(refund.amount());
      }
    }
    return sum;
  }

  private Map<String, String> shown(String shop, Money amount) {
    return Map.of(
        "orderId",
        orderId,
        "shopId",
        shop,
        "amount",
        Long.toString(amount.amount()),
        "currency",
        amount.currency().getCurrencyCode());
  }
}
