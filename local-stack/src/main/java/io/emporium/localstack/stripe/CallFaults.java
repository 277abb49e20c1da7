package io.emporium.localstack.stripe;

import io.emporium.localstack.control.Fault;
import io.emporium.localstack.control.Faults;
import io.emporium.localstack.http.Json;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// What is to go wrong with a call: a scripted fault, or the one its card brings. A card's fault
/// strikes once per idempotency key, so that asking again by the key can succeed.
final class CallFaults {

  private final Faults faults;
  private final StripeObjects objects;
  private final PaymentMethods methods;
  private final Set<String> struck = ConcurrentHashMap.newKeySet();

  CallFaults(Faults faults, StripeObjects objects, PaymentMethods methods) {
    this.faults = faults;
    this.objects = objects;
    this.methods = methods;
  }

  @Nullable Fault next(String path, StripeCall call) {
    String operation = path.substring(StripeApi.ROOT.length() + 1).replaceFirst("/\\w+_\\w+/", ".");
    Fault scripted = faults.take("stripe", operation, "");
    if (scripted != null || !movesMoney(operation, call)) {
      return scripted;
    }
    String method = call.text("payment_method");
    if (method.isEmpty() && !call.id().isEmpty()) {
      ObjectNode intent = objects.find(PaymentIntents.TYPE, call.id());
      method = intent == null ? "" : Json.text(intent, "payment_method");
    }
    Fault own = ownFault(method);
    return own != null && struck.add(call.idempotencyKey() + call.id() + own) ? own : null;
  }

  private @Nullable Fault ownFault(String method) {
    ObjectNode stored = objects.find("payment_method", method);
    return stored == null
        ? TestCard.byId(method).map(TestCard::fault).orElse(null)
        : methods.card(stored).fault();
  }

  private static boolean movesMoney(String operation, StripeCall call) {
    return operation.equals("payment_intents.confirm")
        || (operation.equals("payment_intents") && call.flag("confirm"));
  }
}
