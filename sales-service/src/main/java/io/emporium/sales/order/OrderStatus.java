package io.emporium.sales.order;

import io.emporium.kit.problem.Refusal;
import io.emporium.sales.checkout.Checkout;
import io.emporium.sales.checkout.Ending;
import io.emporium.sales.checkout.SagaStep;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// The life of an order.
public enum OrderStatus {
  /// Accepted; its stock is being held.
  PLACED,
  /// Held; the customer may pay.
  AWAITING_PAYMENT,
  /// Paid: it will be shipped.
  CONFIRMED,
  /// Could not be accepted.
  REJECTED,
  CANCELLED,
  /// Nobody paid in time.
  EXPIRED,
  PARTLY_FULFILLED,
  /// Everything has left the shop.
  FULFILLED,
  /// Everything has arrived.
  COMPLETED,
  /// The saga cannot go on by itself; a late answer, or a person, moves it.
  NEEDS_ATTENTION;

  /// The state table.
  public Set<OrderStatus> next() {
    return switch (this) {
      case PLACED -> EnumSet.of(AWAITING_PAYMENT, CONFIRMED, REJECTED, CANCELLED, NEEDS_ATTENTION);
      case AWAITING_PAYMENT -> EnumSet.of(CONFIRMED, CANCELLED, EXPIRED, NEEDS_ATTENTION);
      case CONFIRMED -> EnumSet.of(PARTLY_FULFILLED, FULFILLED, CANCELLED, NEEDS_ATTENTION);
      case PARTLY_FULFILLED -> EnumSet.of(FULFILLED);
      case FULFILLED -> EnumSet.of(COMPLETED);
      // A refund for what died unpaid may fail, or come through after all.
      case REJECTED, CANCELLED, EXPIRED -> EnumSet.of(NEEDS_ATTENTION);
      case NEEDS_ATTENTION -> EnumSet.of(AWAITING_PAYMENT, CONFIRMED, REJECTED, CANCELLED, EXPIRED);
      case COMPLETED -> EnumSet.noneOf(OrderStatus.class);
    };
  }

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// @throws Refusal conflict, when nothing may leave in this status
  void requireShippable(Checkout checkout) {
    switch (this) {
      case CONFIRMED -> {
        if (checkout.step() != SagaStep.DONE) {
          throw Refusal.conflict("order_not_ready", "The stock is being taken; try again")
              .retryAfterSeconds(1);
        }
      }
      case PARTLY_FULFILLED -> {
        // More may follow.
      }
      case PLACED, AWAITING_PAYMENT, REJECTED, CANCELLED, EXPIRED, NEEDS_ATTENTION ->
          throw Refusal.conflict(
              "order_not_shippable", "An order that is " + wireName() + " is not shipped");
      case FULFILLED, COMPLETED ->
          throw Refusal.conflict("order_already_shipped", "Everything has been shipped");
    }
  }

  /// @throws Refusal conflict, when nothing can come back in this status
  void requireReturnable() {
    switch (this) {
      case PARTLY_FULFILLED, FULFILLED, COMPLETED -> {
        // What has left can come back, whether or not anybody noted that it arrived.
      }
      case PLACED, AWAITING_PAYMENT, CONFIRMED, NEEDS_ATTENTION ->
          throw Refusal.conflict(
              "order_not_shipped", "An order that is " + wireName() + " has not been shipped");
      case REJECTED, CANCELLED, EXPIRED ->
          throw Refusal.conflict(
              "order_not_returnable", "An order that is " + wireName() + " cannot be returned");
    }
  }

  /// What the saga makes of an order, as long as nothing was shipped.
  static OrderStatus standing(Checkout checkout) {
    return checkout.ending() == null ? living(checkout) : dead(checkout.ending());
  }

  private static OrderStatus living(Checkout checkout) {
    return switch (checkout.step()) {
      case HOLDING_STOCK, HOLDING_PAID -> PLACED;
      case OPENING_PAYMENT, AWAITING_PAYMENT, EXPIRING -> AWAITING_PAYMENT;
      case DEDUCTING, DONE -> CONFIRMED;
      case VOIDING,
          RELEASING,
          CLOSED,
          REFUNDING,
          RETURNING_HOLD,
          REFUNDING_UNSETTLED,
          SETTLING,
          REFUNDING_SALE,
          RESTOCKING,
          REFUNDED ->
          throw new IllegalStateException(checkout.step() + " of an order that has not ended");
    };
  }

  private static OrderStatus dead(Ending ending) {
    return switch (ending) {
      case REJECTED -> REJECTED;
      case CANCELLED -> CANCELLED;
      case EXPIRED -> EXPIRED;
    };
  }
}
