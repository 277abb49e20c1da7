package io.emporium.localstack.stripe;

import io.emporium.localstack.http.Answer;
import io.emporium.localstack.http.Json;
import io.emporium.localstack.ledger.Store;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Idempotency keys as Stripe defines them: the first answer is kept with a fingerprint of its
/// request and given again; another request under the key, or one at the same time, is refused.
final class StripeIdempotency {

  private static final String KIND = "stripe.idempotency";
  private static final int LONGEST_KEY = 255;

  private final Store store;
  private final Set<String> inProgress = ConcurrentHashMap.newKeySet();

  StripeIdempotency(Store store) {
    this.store = store;
  }

  /// The kept answer of a key, or null when the request is to be carried out.
  @Nullable Answer replay(String key, String fingerprint) {
    if (key.length() > LONGEST_KEY) {
      throw StripeError.invalid(null, "Idempotency keys are at most 255 characters.");
    }
    ObjectNode kept = key.isEmpty() ? null : store.get(KIND, key);
    if (kept == null) {
      return null;
    }
    if (!Json.text(kept, "fingerprint").equals(fingerprint)) {
      throw StripeError.keyReused();
    }
    return new Answer(kept.path("status").asInt(), Json.text(kept, "body"));
  }

  void keep(String key, String fingerprint, Answer answer) {
    if (!key.isEmpty()) {
      ObjectNode kept =
          Json.object()
              .put("fingerprint", fingerprint)
              .put("status", answer.status())
              .put("body", answer.body());
      store.put(KIND, key, kept);
    }
  }

  Answer alone(String key, Supplier<Answer> work) {
    if (key.isEmpty()) {
      return work.get();
    }
    if (!inProgress.add(key)) {
      throw StripeError.keyInUse();
    }
    try {
      return work.get();
    } finally {
      inProgress.remove(key);
    }
  }
}
