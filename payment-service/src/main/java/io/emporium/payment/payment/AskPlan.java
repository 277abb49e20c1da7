package io.emporium.payment.payment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// When a provider that gave no answer is asked again, and until when reserved money is taken.
///
/// @param firstCall after which a call that was written down and never answered counts as lost
/// @param waits before the first, second, … time of asking again
/// @param whileActing between looks at a customer who has to do something at the provider's: their
///   return and the notification of it may both be lost
/// @param captureWithin after which money that is only reserved is taken, lest it lapse
/// @param releaseAgain before a provider that refused to give reserved money free is asked anew
/// @param resumeAt when it would have been asked anyway, where it is asked early: silence then uses
///   up none of the waits
public record AskPlan(
    Instant now,
    Duration firstCall,
    List<Duration> waits,
    Duration whileActing,
    Duration captureWithin,
    List<Duration> releaseAgain,
    @Nullable Instant resumeAt) {

  private static final Duration WHILE_DOWN = Duration.ofSeconds(30);
  private static final List<Duration> RELEASE_AGAIN =
      List.of(Duration.ofMinutes(1), Duration.ofMinutes(10), Duration.ofHours(1));

  /// With the usual times for customers and captures.
  public AskPlan(Instant now, Duration firstCall, List<Duration> waits) {
    this(now, firstCall, waits, Duration.ofSeconds(45), Duration.ofHours(60));
  }

  public AskPlan(
      Instant now,
      Duration firstCall,
      List<Duration> waits,
      Duration whileActing,
      Duration captureWithin) {
    this(now, firstCall, waits, whileActing, captureWithin, RELEASE_AGAIN, null);
  }

  /// For what is certain at once.
  static AskPlan never(Instant now) {
    return new AskPlan(now, Duration.ZERO, List.of());
  }

  /// The same plan for a question that comes before its time.
  AskPlan early(@Nullable Instant scheduled) {
    return new AskPlan(now, firstCall, waits, whileActing, captureWithin, releaseAgain, scheduled);
  }

  Instant firstCallLostAt() {
    return now.plus(firstCall);
  }

  Instant captureBy() {
    return now.plus(captureWithin);
  }

  /// @param until when the customer's time is over; the saga then has the payment closed
  @Nullable Instant nextWhileActing(@Nullable Instant until) {
    return until != null && now.isAfter(until) ? null : now.plus(whileActing);
  }

  /// How often a provider was asked in vain after one more silence.
  int counted(int asks) {
    return resumeAt == null ? asks + 1 : asks;
  }

  /// @param asks answered with silence so far
  /// @return null when it was asked often enough
  @Nullable Instant next(int asks) {
    if (resumeAt != null) {
      return resumeAt;
    }
    return asks < waits.size() ? now.plus(waits.get(asks)) : null;
  }

  /// @param refusals so far
  /// @return null when it was refused often enough
  @Nullable Instant afterRefusal(int refusals) {
    return refusals <= releaseAgain.size() ? now.plus(releaseAgain.get(refusals - 1)) : null;
  }

  /// For a question that could not even be put: the provider is known to be down, and everything is
  /// asked at once when it comes back.
  Instant whenNotAsked() {
    return resumeAt == null ? now.plus(WHILE_DOWN) : resumeAt;
  }
}
