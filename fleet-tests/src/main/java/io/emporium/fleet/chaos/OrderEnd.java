package io.emporium.fleet.chaos;

import java.util.Set;

/// How an order stands, as the operator sees it.
///
/// @param payment what the customer is told of the money
record OrderEnd(String id, String status, String reason, String payment) {

  private static final Set<String> OPEN = Set.of("placed", "awaiting_payment", "needs_attention");

  boolean terminal() {
    return !OPEN.contains(status) && !payment.equals("refunding");
  }
}
