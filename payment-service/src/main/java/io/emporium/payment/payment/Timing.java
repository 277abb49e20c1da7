package io.emporium.payment.payment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/// The clock together with how long things may take.
@Component
public class Timing {

  private final PaymentProperties properties;
  private final Clock clock;

  Timing(PaymentProperties properties, Clock clock) {
    this.properties = properties;
    this.clock = clock;
  }

  public Instant now() {
    return clock.instant();
  }

  public AskPlan plan() {
    return new AskPlan(
        now(),
        properties.firstCall(),
        properties.askAgain(),
        properties.whileActing(),
        properties.captureWithin(),
        properties.releaseAgain(),
        null);
  }

  Duration probeEvery() {
    return properties.probeEvery();
  }

  Instant leaseEnd() {
    return now().plus(properties.lease());
  }

  Instant overdueBefore() {
    return now().minus(properties.overdueAfter());
  }
}
