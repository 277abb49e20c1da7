package io.emporium.payment.payment;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One try to charge: everything that the call to the provider is made of, so that it can be
/// repeated word for word under the same key.
///
/// @param key idempotency key, `paymentId:number`
/// @param reference the provider's object, once known
/// @param nextUrl where the customer has to go
/// @param asks how often the provider answered with silence, since it was last asked anew
/// @param nextAskAt null while nobody has to ask
public record Attempt(
    int number,
    String key,
    PayRequest request,
    Instant startedAt,
    @Nullable String reference,
    @Nullable String nextUrl,
    int asks,
    @Nullable Instant nextAskAt) {

  private static final Duration SHORTEST = Duration.ofSeconds(2);

  static Attempt first(int number, String paymentId, PayRequest request, AskPlan plan) {
    Instant lostAt = request.provider().byHand() ? null : plan.firstCallLostAt();
    return new Attempt(
        number, paymentId + ":" + number, request, plan.now(), null, null, 0, lostAt);
  }

  public Provider provider() {
    return request.provider();
  }

  Attempt silent(AskPlan plan) {
    return new Attempt(
        number, key, request, startedAt, reference, nextUrl, plan.counted(asks), plan.next(asks));
  }

  /// Heard, only not with a decision: it is asked again after as long as it has lasted so far, and
  /// none of the waits for a silent provider is used up.
  Attempt undecided(AskPlan plan) {
    Duration age = Duration.between(startedAt, plan.now());
    return askAt(plan.now().plus(age.compareTo(SHORTEST) < 0 ? SHORTEST : age));
  }

  Attempt withAction(String newReference, String url) {
    return new Attempt(number, key, request, startedAt, newReference, url, asks, null);
  }

  /// Whether it is the other one, only looked at again no sooner.
  boolean isNoSoonerThan(Attempt other) {
    if (!askAt(null).equals(other.askAt(null))) {
      return false;
    }
    return nextAskAt == null || other.nextAskAt == null
        ? Objects.equals(nextAskAt, other.nextAskAt)
        : !nextAskAt.isBefore(other.nextAskAt);
  }

  Attempt answered() {
    return askAt(null);
  }

  /// For somebody who waits for the answer: all the waits for a silent provider lie ahead again, so
  /// that nobody uses them up by asking often.
  Attempt askAnew(Instant at) {
    return new Attempt(number, key, request, startedAt, reference, nextUrl, 0, at);
  }

  Attempt askAt(@Nullable Instant at) {
    return new Attempt(number, key, request, startedAt, reference, nextUrl, asks, at);
  }
}
