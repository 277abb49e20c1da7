package io.emporium.sales.returns;

import io.emporium.events.Money;
import io.emporium.events.inventory.StockLine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.PersistenceCreator;

/// What a return has asked of payment and inventory, and what came of it. Each is asked again until
/// it is answered, or until patience ends.
///
/// @param refund null until somebody gives the money back
/// @param attempts how often the open errands were sent
/// @param deadline when patience ends; null when nothing is open
/// @param nextAskAt when to ask again; null when nothing is open, or a person must look
record Errands(
    @Nullable Refund refund,
    List<Restock> restocks,
    int attempts,
    @Nullable Instant deadline,
    @Nullable Instant nextAskAt) {

  private static final Duration PATIENCE = Duration.ofMinutes(60);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
  private static final int DOUBLINGS = 5;

  /// @param id differs with each attempt that follows a refusal, since a refused refund stays so
  /// @param amount at most what the goods and the shipping are worth
  /// @param shipping that goes back too
  record Refund(
      String id, int attempt, Money amount, Money shipping, State state, @Nullable String failure) {

    Refund failed(String why) {
      return new Refund(id, attempt, amount, shipping, State.FAILED, why);
    }

    /// @param given perhaps less than was asked for
    Refund done(Money given) {
      return new Refund(id, attempt, given, shipping, State.DONE, null);
    }

    Refund again(String newId) {
      return new Refund(newId, attempt + 1, amount, shipping, State.ASKED, null);
    }
  }

  enum State {
    ASKED,
    DONE,
    FAILED
  }

  /// Good units on their way back into the stock.
  record Restock(String id, List<StockLine> lines, boolean done) {}

  @PersistenceCreator
  Errands {
    restocks = List.copyOf(restocks);
  }

  static Errands none() {
    return new Errands(null, List.of(), 0, null, null);
  }

  Errands with(@Nullable Refund next, Instant now) {
    return new Errands(next, restocks, attempts, deadline, nextAskAt).begun(now);
  }

  Errands with(Restock added, Instant now) {
    List<Restock> more = new ArrayList<>(restocks);
    more.add(added);
    return new Errands(refund, more, attempts, deadline, nextAskAt).begun(now);
  }

  /// The refund was answered. A restock that nobody asks for any more is asked for again.
  Errands answered(Refund next, Instant now) {
    Errands after = new Errands(next, restocks, attempts, deadline, nextAskAt);
    return nextAskAt == null ? after.begun(now) : after.restedIfDone();
  }

  Errands restocked(String restockId) {
    List<Restock> next =
        restocks.stream()
            .map(
                each ->
                    each.id().equals(restockId) ? new Restock(each.id(), each.lines(), true) : each)
            .toList();
    return new Errands(refund, next, attempts, deadline, nextAskAt).restedIfDone();
  }

  Errands askedAgain(Instant now) {
    return new Errands(refund, restocks, attempts + 1, deadline, now.plus(waitAfter(attempts + 1)));
  }

  /// Starts to ask anew, with new patience.
  Errands begun(Instant now) {
    return open()
        ? new Errands(refund, restocks, 1, now.plus(PATIENCE), now.plus(waitAfter(1)))
        : restedIfDone();
  }

  /// Nobody asks any more until a person says so.
  Errands rested() {
    return new Errands(refund, restocks, 0, null, null);
  }

  private Errands restedIfDone() {
    return open() ? this : rested();
  }

  boolean open() {
    return refundOpen() || !openRestocks().isEmpty();
  }

  boolean refundOpen() {
    return refund != null && refund.state() == State.ASKED;
  }

  boolean due(Instant now) {
    return nextAskAt != null && !now.isBefore(nextAskAt);
  }

  boolean overdue(Instant now) {
    return deadline != null && !now.isBefore(deadline);
  }

  List<Restock> openRestocks() {
    return restocks.stream().filter(each -> !each.done()).toList();
  }

  Optional<Restock> restock(String id) {
    return restocks.stream().filter(each -> each.id().equals(id)).findFirst();
  }

  /// 2, 4, 8, 16 seconds, then every 30.
  static Duration waitAfter(int attempts) {
    return attempts >= DOUBLINGS ? LONGEST_WAIT : Duration.ofSeconds(1L << Math.max(attempts, 1));
  }
}
