package io.emporium.payment.webhook;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import io.emporium.kit.problem.Category;
import io.emporium.kit.problem.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Whether a body comes from Stripe and is fresh. Anything else is a refusal, however it is
/// malformed: the library throws what it likes on strange headers.
final class StripeSignature {

  private static final Pattern TIME = Pattern.compile("(?:^|,)t=([0-9]{1,11})(?=,|$)");
  private static final int LONGEST = 4_096;

  private final String secret;
  private final Duration tolerance;
  private final Clock clock;

  StripeSignature(String secret, Duration tolerance, Clock clock) {
    this.secret = secret;
    this.tolerance = tolerance;
    this.clock = clock;
  }

  /// @throws Refusal `invalid_signature`
  void require(String body, @Nullable String header) {
    if (header == null || header.length() > LONGEST || !isFresh(header)) {
      throw refused();
    }
    try {
      if (!Webhook.Signature.verifyHeader(body, header, secret, tolerance.toSeconds(), clock)) {
        throw refused();
      }
    } catch (SignatureVerificationException | RuntimeException e) {
      throw refused();
    }
  }

  // The library looks back only; a signature from the future would be good until then.
  private boolean isFresh(String header) {
    Matcher times = TIME.matcher(header);
    if (!times.find()) {
      return false;
    }
    Instant time = Instant.ofEpochSecond(Long.parseLong(times.group(1)));
    boolean single = !times.find();
    return single && Duration.between(time, clock.instant()).abs().compareTo(tolerance) <= 0;
  }

  private static Refusal refused() {
    return new Refusal(
        Category.INVALID, "invalid_signature", "The notification is not signed as it should be");
  }
}
