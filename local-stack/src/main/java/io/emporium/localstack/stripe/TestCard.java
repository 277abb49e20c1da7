package io.emporium.localstack.stripe;

import io.emporium.localstack.control.Fault;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Payment methods with a known fate: Stripe's own names, and `pm_local_…` for what Stripe cannot
/// be told to do.
enum TestCard {
  VISA("pm_card_visa", "visa", "4242"),
  MASTERCARD("pm_card_mastercard", "mastercard", "4444"),
  CHARGE_DECLINED("pm_card_visa_chargeDeclined", "visa", "0002"),
  CHARGE_DECLINED_SHORT("pm_card_chargeDeclined", "visa", "0002"),
  INSUFFICIENT_FUNDS("pm_card_chargeDeclinedInsufficientFunds", "visa", "9995"),
  EXPIRED_CARD("pm_card_chargeDeclinedExpiredCard", "visa", "0069"),
  AUTHENTICATION_REQUIRED("pm_card_authenticationRequired", "visa", "3184"),
  THREE_D_SECURE("pm_card_threeDSecure2Required", "visa", "3220"),
  TIMEOUT_BEFORE("pm_local_timeout_before_charge", "visa", "9001"),
  TIMEOUT_AFTER("pm_local_timeout_after_charge", "visa", "9002"),
  ERROR_500("pm_local_error_500", "visa", "9003"),
  RATE_LIMITED("pm_local_rate_limited", "visa", "9004"),
  SLOW("pm_local_slow", "visa", "9005");

  private final String id;
  private final String brand;
  private final String last4;

  TestCard(String id, String brand, String last4) {
    this.id = id;
    this.brand = brand;
    this.last4 = last4;
  }

  static Optional<TestCard> byId(String id) {
    return Arrays.stream(values()).filter(card -> card.id.equals(id)).findFirst();
  }

  String id() {
    return id;
  }

  String brand() {
    return brand;
  }

  String last4() {
    return last4;
  }

  @Nullable Fault fault() {
    return switch (this) {
      case TIMEOUT_BEFORE -> Fault.TIMEOUT_BEFORE;
      case TIMEOUT_AFTER -> Fault.TIMEOUT_AFTER;
      case ERROR_500 -> Fault.ERROR_500;
      case RATE_LIMITED -> Fault.RATE_LIMITED;
      case SLOW -> Fault.SLOW;
      case VISA,
          MASTERCARD,
          CHARGE_DECLINED,
          CHARGE_DECLINED_SHORT,
          INSUFFICIENT_FUNDS,
          EXPIRED_CARD,
          AUTHENTICATION_REQUIRED,
          THREE_D_SECURE ->
          null;
    };
  }

  boolean needsAuthentication() {
    return this == AUTHENTICATION_REQUIRED || this == THREE_D_SECURE;
  }

  boolean isDeclined() {
    return this == CHARGE_DECLINED
        || this == CHARGE_DECLINED_SHORT
        || this == INSUFFICIENT_FUNDS
        || this == EXPIRED_CARD;
  }

  String code() {
    if (needsAuthentication()) {
      return "authentication_required";
    }
    return this == EXPIRED_CARD ? "expired_card" : "card_declined";
  }

  String declineCode() {
    if (needsAuthentication()) {
      return "authentication_required";
    }
    return switch (this) {
      case INSUFFICIENT_FUNDS -> "insufficient_funds";
      case EXPIRED_CARD -> "";
      default -> "generic_decline";
    };
  }

  String message() {
    return switch (code()) {
      case "authentication_required" ->
          "Your card was declined. This transaction requires authentication.";
      case "expired_card" -> "Your card has expired.";
      default ->
          this == INSUFFICIENT_FUNDS
              ? "Your card has insufficient funds."
              : "Your card was declined.";
    };
  }
}
