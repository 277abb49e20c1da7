package io.emporium.sales.order;

import io.emporium.events.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.data.annotation.PersistenceCreator;

/// What of an order's money has gone back, and what is promised to its returns. Kept in the order,
/// so that two returns never get the same money: whoever writes first has it. A refund by hand is
/// heard of only when it is done, so payment-service has the last word: where it gives back less
/// than was promised, that counts.
///
/// @param taken what the customer has paid
/// @param promises one per return whose refund was decided
/// @param refunds one per id, in whatever order they were heard of
public record Repayments(Money taken, List<Promise> promises, List<Refund> refunds) {

  /// @param goods what those that came back are worth
  /// @param shipping that goes back with them
  /// @param amount what of both was left to give back
  public record Promise(String returnId, Money goods, Money shipping, Money amount) {

    public Money worth() {
      return goods.plus(shipping);
    }

    private boolean isOf(Refund refund) {
      return ReturnClaims.ownerOf(refund.id()).filter(returnId::equals).isPresent();
    }
  }

  /// @param amount 0 where it was asked for in vain
  public record Refund(String id, Money amount) {}

  @PersistenceCreator
  public Repayments {
    promises = List.copyOf(promises);
    refunds = List.copyOf(refunds);
  }

  static Repayments none(Money taken) {
    return new Repayments(taken, List.of(), List.of());
  }

  /// Reserved money was taken, perhaps less of it than the order costs.
  Repayments taking(Money amount) {
    return new Repayments(amount, promises, refunds);
  }

  /// Hears of a refund. The same one twice is one, and what was given by hand after it had been
  /// refused counts, whichever is heard first.
  Repayments hearing(Refund heard) {
    Optional<Refund> known =
        refunds.stream().filter(one -> one.id().equals(heard.id())).findFirst();
    if (known.isPresent() && !heard.amount().exceeds(known.get().amount())) {
      return this;
    }
    return new Repayments(
        taken, promises, replaced(refunds, one -> one.id().equals(heard.id()), heard));
  }

  /// What a return would get: what came back is worth that much, and no more is given than is left
  /// after all that went back or is promised to others.
  Promise offer(String returnId, Money goods, Money shipping) {
    Money worth = goods.plus(shipping);
    Money left = taken.minus(refunded()).minus(promisedToOthers(returnId));
    if (left.amount() < 0) {
      left = Money.zero(left.currency());
    }
    return new Promise(returnId, goods, shipping, worth.exceeds(left) ? left : worth);
  }

  /// What has gone back or is on its way once this promise is made. What its own return has got
  /// already is not in it twice.
  Money together(Promise made) {
    return sum(refunds.stream().filter(refund -> !made.isOf(refund)).toList())
        .plus(promisedToOthers(made.returnId()))
        .plus(made.amount());
  }

  Repayments promising(Promise made) {
    boolean kept = promiseTo(made.returnId()).filter(this::isKept).isPresent();
    return kept
        ? this
        : new Repayments(
            taken,
            replaced(promises, one -> one.returnId().equals(made.returnId()), made),
            refunds);
  }

  public Optional<Promise> promiseTo(String returnId) {
    return promises.stream().filter(one -> one.returnId().equals(returnId)).findFirst();
  }

  /// What a return gives back: what was promised until payment-service has answered, then what it
  /// said.
  public Money given(Promise promise) {
    return isKept(promise)
        ? sum(refunds.stream().filter(promise::isOf).toList())
        : promise.amount();
  }

  /// What has gone back.
  public Money refunded() {
    return sum(refunds);
  }

  private Money promisedToOthers(String returnId) {
    return promises.stream()
        .filter(other -> !other.returnId().equals(returnId) && !isKept(other))
        .map(Promise::amount)
        .reduce(Money.zero(taken.currency()), Money::plus);
  }

  private boolean isKept(Promise promise) {
    return refunds.stream().anyMatch(promise::isOf);
  }

  private Money sum(List<Refund> some) {
    return some.stream().map(Refund::amount).reduce(Money.zero(taken.currency()), Money::plus);
  }

  private static <T> List<T> replaced(List<T> all, Predicate<T> old, T by) {
    List<T> next = new ArrayList<>(all);
    next.removeIf(old);
    next.add(by);
    return next;
  }
}
