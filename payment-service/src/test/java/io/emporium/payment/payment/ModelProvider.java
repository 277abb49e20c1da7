package io.emporium.payment.payment;

import io.emporium.kit.testing.simulation.World;
import java.util.HashMap;
import java.util.Map;

/// A provider that charges once per key and refunds once per refund, and often does not say so.
final class ModelProvider {

  private static final int SILENT_ONE_IN = 4;

  private final World world;
  private final Map<String, Boolean> good = new HashMap<>();
  private final Map<String, Charge> charged = new HashMap<>();
  private final Map<String, Long> refunded = new HashMap<>();

  ModelProvider(World world) {
    this.world = world;
  }

  GatewayAnswer charge(Charge charge) {
    String key = charge.attempt().key();
    if (isSilent()) {
      return new GatewayAnswer.NoAnswer("lost on the way there");
    }
    boolean takes = good.computeIfAbsent(key, _ -> world.random().nextInt(5) != 0);
    if (takes) {
      charged.putIfAbsent(key, charge);
    }
    if (isSilent()) {
      return new GatewayAnswer.NoAnswer("lost on the way back");
    }
    return takes ? approved(key) : new GatewayAnswer.Declined("card_declined");
  }

  GatewayAnswer ask(Charge charge) {
    String key = charge.attempt().key();
    if (isSilent()) {
      return new GatewayAnswer.NoAnswer("silence");
    }
    if (charged.containsKey(key)) {
      return approved(key);
    }
    if (charge.wanted()) {
      return charge(charge);
    }
    return charge.overdue()
        ? new GatewayAnswer.Cancelled()
        : new GatewayAnswer.NoAnswer("unknown so far");
  }

  RefundAnswer refund(RefundOrder order) {
    if (isSilent()) {
      return new RefundAnswer.NoAnswer("lost on the way there", null);
    }
    refunded.putIfAbsent(order.key(), order.refund().amount().amount());
    return isSilent()
        ? new RefundAnswer.NoAnswer("lost on the way back", null)
        : new RefundAnswer.Refunded("re-" + order.key());
  }

  GatewayAnswer.Approved approved(String key) {
    return new GatewayAnswer.Approved(Provider.STRIPE, "pi-" + key, charged.get(key).amount());
  }

  boolean hasCharged(String key) {
    return charged.containsKey(key);
  }

  /// Taken for this payment, whatever the attempt.
  long taken(String paymentId) {
    return charged.values().stream()
        .filter(charge -> charge.paymentId().equals(paymentId))
        .mapToLong(charge -> charge.amount().amount())
        .sum();
  }

  long givenBack(String paymentId) {
    return refunded.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(paymentId + ":"))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private boolean isSilent() {
    return world.random().nextInt(SILENT_ONE_IN) == 0;
  }
}
