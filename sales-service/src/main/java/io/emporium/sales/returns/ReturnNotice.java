package io.emporium.sales.returns;

import io.emporium.events.Command;
import io.emporium.events.notification.SendNotification;
import io.emporium.sales.order.Buyer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// What the customer is told of a return.
final class ReturnNotice {

  private ReturnNotice() {}

  /// Empty for who walked in and left no address.
  static Optional<Command> of(StoredReturn about, String template) {
    boolean walkIn = about.customerId.equals(Buyer.WALK_IN);
    if (walkIn && about.customerEmail == null) {
      return Optional.empty();
    }
    return Optional.of(
        new SendNotification(
            about.customerId,
            about.customerEmail,
            null,
            walkIn ? List.of("email") : List.of("email", "in_app"),
            template,
            "normal",
            Map.of(
                "number",
                about.orderNumber,
                "total",
                about.atStake().toString(),
                "returnId",
                about.id(),
                "reason",
                Objects.requireNonNullElse(about.decision, about.reason))));
  }
}
