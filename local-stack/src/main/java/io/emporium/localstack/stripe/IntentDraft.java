package io.emporium.localstack.stripe;

import io.emporium.localstack.http.Ids;
import io.emporium.localstack.http.Json;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/// A payment intent before anything was done about it.
final class IntentDraft {

  private static final List<String> COPIED =
      List.of("customer", "description", "receipt_email", "return_url", "setup_future_usage");

  private IntentDraft() {}

  static ObjectNode of(ObjectNode intent, StripeCall call) {
    call.required("amount");
    String capture = call.text("capture_method");
    intent
        .put("amount", call.amount("amount", 0))
        .put("amount_capturable", 0)
        .put("amount_received", 0)
        .put("capture_method", capture.isEmpty() ? "automatic" : capture)
        .put("client_secret", Json.text(intent, "id") + "_secret_" + Ids.secret())
        .put("confirmation_method", "automatic")
        .put("currency", call.required("currency").toLowerCase(Locale.ROOT))
        .put("status", "requires_payment_method")
        .putNull("payment_method")
        .putNull("latest_charge")
        .putNull("customer");
    COPIED.stream().filter(call::has).forEach(name -> intent.put(name, call.text(name)));
    intent.putArray("payment_method_types").add("card");
    intent.set("metadata", call.metadata());
    return intent;
  }
}
