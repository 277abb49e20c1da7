package io.emporium.fleet.chaos;

import java.util.List;
import java.util.Random;

/// What a customer does with an order, and how it has to end whatever dies meanwhile.
enum Fate {
  PAYS(60, "confirmed"),
  /// The provider charges and its answer is lost, or it does neither; asked again it tells.
  PAYS_PROVIDER_SILENT(6, "confirmed"),
  PAYS_PROVIDER_BUSY(6, "confirmed"),
  CARD_DECLINED(8, "cancelled"),
  CANCELS_UNPAID(7, "cancelled"),
  CANCELS_PAID(7, "cancelled"),
  /// Both at once: whichever the order hears first, it ends cancelled and nobody's money is kept.
  CANCELS_WHILE_PAYING(6, "cancelled");

  private static final List<String> SILENT =
      List.of("pm_local_timeout_after_charge", "pm_local_timeout_before_charge");

  private final int weight;
  private final String end;

  Fate(int weight, String end) {
    this.weight = weight;
    this.end = end;
  }

  static Fate drawn(Random random) {
    int sum = 0;
    for (Fate fate : values()) {
      sum += fate.weight;
    }
    int left = random.nextInt(sum);
    for (Fate fate : values()) {
      left -= fate.weight;
      if (left < 0) {
        return fate;
      }
    }
    throw new IllegalStateException("the weights do not add up");
  }

  /// The status in which the order has to end.
  String end() {
    return end;
  }

  /// Whether the customer pays before anything else happens, and so might as well with the order.
  boolean paysFirst() {
    return switch (this) {
      case PAYS, PAYS_PROVIDER_SILENT, PAYS_PROVIDER_BUSY, CARD_DECLINED, CANCELS_PAID -> true;
      case CANCELS_UNPAID, CANCELS_WHILE_PAYING -> false;
    };
  }

  /// The provider's test token that brings it about.
  String paymentMethod(Random random) {
    return switch (this) {
      case PAYS, CANCELS_PAID, CANCELS_UNPAID, CANCELS_WHILE_PAYING -> "pm_card_visa";
      case PAYS_PROVIDER_SILENT -> SILENT.get(random.nextInt(SILENT.size()));
      case PAYS_PROVIDER_BUSY -> "pm_local_rate_limited";
      case CARD_DECLINED -> "pm_card_chargeDeclined";
    };
  }
}
