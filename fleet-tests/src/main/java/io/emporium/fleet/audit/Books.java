package io.emporium.fleet.audit;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What every ledger of the platform says, as read over HTTP.
///
/// @param complaints what a service found by itself
/// @param analytics net revenue and sales per company, of those that could be asked for
record Books(
    List<Order> orders,
    List<Payment> payments,
    List<Charge> charges,
    List<GivenBack> givenBack,
    List<Reservation> reservations,
    List<Stock> stock,
    List<Movement> movements,
    Map<String, Sales> analytics,
    List<Drift> complaints) {

  /// How far an order has come, as far as stock and money are concerned.
  enum Standing {
    /// The saga or the customer is at work.
    OPEN,
    /// Paid, and the goods are the customer's.
    SOLD,
    /// Rejected, cancelled or expired: it must have left no trace.
    DEAD,
    /// A person has to look.
    STUCK
  }

  /// @param units by SKU
  /// @param paid what it says of its money
  record Order(
      String id,
      String number,
      String companyId,
      String status,
      Money total,
      long tax,
      Map<String, Long> units,
      Instant placedAt,
      Paid paid) {

    private static final Set<String> OPEN = Set.of("placed", "awaiting_payment");
    private static final Set<String> DEAD = Set.of("rejected", "cancelled", "expired");

    Standing standing() {
      if (status.equals("needs_attention")) {
        return Standing.STUCK;
      }
      if (OPEN.contains(status)) {
        return Standing.OPEN;
      }
      return DEAD.contains(status) ? Standing.DEAD : Standing.SOLD;
    }
  }

  /// What an order shows of its payment.
  ///
  /// @param status pending, open, paid, partially_refunded, none, refunding or refunded
  /// @param refunded what it has heard went back
  record Paid(String status, long refunded) {}

  /// Minor units.
  record Money(long amount, String currency) {

    static final Money NONE = new Money(0, "");

    @Override
    public String toString() {
      return "%d.%02d %s".formatted(amount / 100, Math.abs(amount % 100), currency).strip();
    }
  }

  /// @param amount null when it was called off before it was opened
  /// @param captured of the amount: less where reserved money was taken in part, nothing where it
  ///   was not taken yet or given free
  record Payment(
      String id,
      String orderId,
      String status,
      @Nullable Money amount,
      long captured,
      String provider,
      List<Refund> refunds) {

    boolean succeeded() {
      return status.equals("succeeded");
    }

    /// The provider knows of it, so its ledger must too.
    boolean atProvider() {
      return Set.of("stripe", "paypal").contains(provider);
    }

    /// Nothing will happen to it any more by itself.
    boolean settled() {
      return Set.of("succeeded", "failed", "voided").contains(status);
    }

    /// Taken, or reserved and taken later.
    boolean secured() {
      return succeeded() || status.equals("authorized");
    }

    /// What of the amount was not taken and will not be.
    long leftFree() {
      return succeeded() && amount != null ? amount.amount() - captured : 0;
    }

    /// What went back of the money that was taken. A reservation that was given free is refunded
    /// too, but nothing of it had been taken.
    long returned() {
      return captured == 0 ? 0 : refunded();
    }

    /// What of that went by the provider.
    long returnedThere() {
      return captured == 0
          ? 0
          : refunds.stream()
              .filter(refund -> refund.succeeded() && !refund.byHand())
              .mapToLong(Refund::amount)
              .sum();
    }

    long refunded() {
      return refunds.stream().filter(Refund::succeeded).mapToLong(Refund::amount).sum();
    }
  }

  /// @param byHand whether a person gave it back past the provider
  record Refund(String id, String status, long amount, boolean byHand) {

    boolean succeeded() {
      return status.equals("succeeded");
    }
  }

  /// A row of the provider's own ledger.
  ///
  /// @param state AUTHORIZED, CAPTURED or VOIDED
  record Charge(
      String id, String orderId, String paymentId, String state, long captured, String currency) {

    Charge {
      currency = currency.toUpperCase(Locale.ROOT);
    }
  }

  /// A refund in the provider's own ledger.
  record GivenBack(String id, String chargeId, long amount) {}

  record Reservation(String orderId, String status) {}

  /// @param place SKU and warehouse
  record Stock(String place, long onHand, long reserved, long available) {}

  /// @param reference the order of a sale or a return
  record Movement(String place, String sku, String kind, long delta, String reference) {}

  /// @param net by currency
  record Sales(long orders, Map<String, Long> net) {}

  Map<String, Order> ordersById() {
    return byKey(orders, Order::id);
  }

  Map<String, Payment> paymentsByOrder() {
    return byKey(payments, Payment::orderId);
  }

  /// Whose an order is.
  String companyOf(String orderId) {
    return Optional.ofNullable(ordersById().get(orderId))
        .map(Order::companyId)
        .orElse(Drift.NOBODY);
  }

  // Pages of a list that moves while it is read may show one entry twice.
  static <T> Map<String, T> byKey(List<T> items, Function<T, String> key) {
    return items.stream().collect(Collectors.toMap(key, Function.identity(), (one, two) -> two));
  }
}
