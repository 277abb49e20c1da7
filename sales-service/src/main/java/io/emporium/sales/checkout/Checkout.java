package io.emporium.sales.checkout;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// The state of the saga, kept inside the order's document.
///
/// @param ending how the order died; null while it lives
/// @param reason why it died
/// @param attempts how often the step's command was sent
/// @param deadline when patience ends; null in a step that awaits nothing
/// @param nextActionAt when the sweeper must look again; null when there is nothing to do
/// @param stuck a person must look; a late answer still helps
public record Checkout(
    SagaStep step,
    @Nullable Ending ending,
    @Nullable String reason,
    int attempts,
    @Nullable Instant deadline,
    @Nullable Instant nextActionAt,
    boolean stuck) {

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
  private static final int DOUBLINGS = 4;

  /// Before anything was asked of anybody.
  public static Checkout unborn() {
    return new Checkout(SagaStep.HOLDING_STOCK, null, null, 0, null, null, false);
  }

  public boolean dead() {
    return ending != null;
  }

  Checkout enter(SagaStep next, Deal deal, Instant now) {
    if (next.ended()) {
      return new Checkout(next, ending, reason, 0, null, null, false);
    }
    // Opening the payment and awaiting it share one window.
    Instant until =
        next == SagaStep.AWAITING_PAYMENT && deadline != null
            ? deadline
            : now.plus(next.patience(deal)).truncatedTo(ChronoUnit.MILLIS);
    return new Checkout(next, ending, reason, 1, until, wake(next, 1, until, now), false);
  }

  Checkout dying(Ending how, String why) {
    return new Checkout(step, how, why, attempts, deadline, nextActionAt, stuck);
  }

  /// The command goes out once more.
  Checkout askedAgain(Instant now) {
    int asked = attempts + 1;
    Instant until = deadline == null ? now : deadline;
    return new Checkout(
        step, ending, reason, asked, deadline, wake(step, asked, until, now), stuck);
  }

  Checkout asStuck() {
    return new Checkout(step, ending, reason, attempts, deadline, null, true);
  }

  boolean overdue(Instant now) {
    return deadline != null && !now.isBefore(deadline);
  }

  private static Instant wake(SagaStep step, int attempts, Instant until, Instant now) {
    if (step.ask() == Ask.NOTHING) {
      return until;
    }
    Instant retry = now.plus(waitAfter(attempts));
    return retry.isBefore(until) ? retry : until;
  }

  /// 2, 4, 8, 16 seconds, then every 30.
  static Duration waitAfter(int attempts) {
    return attempts > DOUBLINGS ? LONGEST_WAIT : Duration.ofSeconds(1L << Math.max(attempts, 1));
  }
}
