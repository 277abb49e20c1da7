package io.emporium.sales.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import io.emporium.events.Command;
import io.emporium.events.Money;
import io.emporium.events.inventory.DeductStock;
import io.emporium.events.inventory.ReleaseStock;
import io.emporium.events.inventory.ReserveStock;
import io.emporium.events.inventory.RestockItems;
import io.emporium.events.inventory.StockLine;
import io.emporium.events.payment.InitiatePayment;
import io.emporium.events.payment.PaymentOptions;
import io.emporium.events.payment.RefundPayment;
import io.emporium.events.payment.VoidPayment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The saga against a small world that delivers everything at least once, in any order: whatever
/// the order and the repetitions, the same scenario ends in the same place, and stock and money
/// agree with it.
class SagaSimulationTest {

  private static final int SEEDS = 3_000;

  enum Scenario {
    PAYS(SagaStep.DONE),
    DECLINED(SagaStep.CLOSED),
    NEVER_PAYS(SagaStep.CLOSED),
    OUT_OF_STOCK(SagaStep.CLOSED),
    HOLD_LOST_AFTER_PAYMENT(null),
    CANCELS_AT_ANY_TIME(null),
    CANCELS_WHILE_DECLINED(SagaStep.CLOSED),
    CANCELS_AND_HOLD_IS_LOST(null);

    private final SagaStep end;

    Scenario(SagaStep end) {
      this.end = end;
    }

    boolean cancels() {
      return name().startsWith("CANCELS");
    }

    boolean losesHold() {
      return name().contains("HOLD");
    }

    boolean declines() {
      return name().contains("DECLINED");
    }
  }

  @ParameterizedTest
  @EnumSource(Scenario.class)
  void endsInTheSamePlaceHoweverMessagesAreShuffledAndRepeated(Scenario scenario) {
    Set<SagaStep> ends = new HashSet<>();
    for (int seed = 0; seed < SEEDS; seed++) {
      World world = new World(scenario, seed);
      world.run();
      ends.add(world.saga.step());
      world.requireAgreement("seed " + seed);
    }
    if (scenario.end != null) {
      assertThat(ends).containsExactly(scenario.end);
    } else {
      assertThat(ends).contains(SagaStep.REFUNDED);
    }
  }

  private enum Stock {
    NONE,
    HELD,
    REFUSED,
    RELEASED,
    DEDUCTED,
    RESTOCKED
  }

  private enum Payment {
    NONE,
    OPEN,
    PAID,
    DECLINED,
    VOIDED
  }

  private static final class World {

    private static final int MANY = 2_000;

    private final Scenario scenario;
    private final Random random;
    private final Deal deal;
    private final List<Runnable> underWay = new ArrayList<>();
    private final Set<String> refunds = new HashSet<>();
    private final Set<String> restocks = new HashSet<>();
    private Instant now = Instant.parse("2026-01-05T10:00:00Z");
    private Stock stock = Stock.NONE;
    private Payment payment = Payment.NONE;
    private Checkout saga;

    World(Scenario scenario, int seed) {
      this.scenario = scenario;
      this.random = new Random(seed);
      this.deal =
          new Deal(
              "o1",
              "ORD-1",
              "c1",
              "s1",
              Money.of(500, "USD"),
              List.of(new StockLine("TEA", 1)),
              now.plusSeconds(7200),
              Duration.ofMinutes(30),
              PaymentOptions.ANY);
      Decision begun = CheckoutSaga.begin(deal, now);
      saga = begun.state();
      begun.commands().forEach(this::post);
      if (scenario.cancels()) {
        underWay.add(() -> tell(new SagaReply.CancelAsked("changed_mind")));
      }
    }

    void run() {
      for (int n = 0; n < MANY; n++) {
        if (!underWay.isEmpty()) {
          now = now.plusMillis(random.nextInt(20));
          underWay.remove(random.nextInt(underWay.size())).run();
          if (random.nextInt(10) == 0) {
            follow(new Hurry().askAgain());
          }
        } else if (saga.nextActionAt() != null) {
          now = saga.nextActionAt();
          follow(CheckoutSaga.wake(saga, deal, now));
        } else {
          return;
        }
      }
      throw new AssertionError("does not come to rest at " + saga);
    }

    /// A sweeper whose clock runs fast.
    private final class Hurry {
      Decision askAgain() {
        return saga.nextActionAt() == null || saga.step().ask() == Ask.NOTHING
            ? Decision.already(saga)
            : new CheckoutSaga.Turn(saga, deal, now).askAgain();
      }
    }

    private void tell(SagaReply reply) {
      follow(CheckoutSaga.decide(saga, reply, deal, now));
    }

    private void follow(Decision decision) {
      saga = decision.state();
      decision.commands().forEach(this::post);
    }

    private void post(Command command) {
      atLeastOnce(() -> answer(command));
    }

    private void reply(SagaReply reply) {
      atLeastOnce(() -> tell(reply));
    }

    private void atLeastOnce(Runnable delivery) {
      int copies = random.nextInt(4) == 0 ? 2 : 1;
      for (int n = 0; n < copies; n++) {
        underWay.add(delivery);
      }
    }

    private void answer(Command command) {
      switch (command) {
        case ReserveStock _ -> reserve();
        case ReleaseStock _ -> {
          stock = stock == Stock.HELD || stock == Stock.NONE ? Stock.RELEASED : stock;
          reply(
              stock == Stock.DEDUCTED
                  ? new SagaReply.StockDeducted()
                  : new SagaReply.StockReleased());
        }
        case DeductStock _ -> deduct();
        case RestockItems(_, var restockId, _, _) -> {
          // One restock per id, also when there was nothing to bring back yet.
          if (restocks.add(restockId) && stock == Stock.DEDUCTED) {
            stock = Stock.RESTOCKED;
          }
          reply(new SagaReply.StockRestocked(restockId));
        }
        case InitiatePayment _ -> initiate();
        case VoidPayment _ -> {
          payment = payment == Payment.OPEN || payment == Payment.NONE ? Payment.VOIDED : payment;
          replyPayment();
        }
        case RefundPayment(_, var refundId, _, _) -> {
          assertThat(payment).isEqualTo(Payment.PAID);
          refunds.add(refundId);
          reply(new SagaReply.RefundDone(refundId));
        }
        default -> throw new AssertionError(command);
      }
    }

    private void reserve() {
      if (stock == Stock.NONE) {
        stock = scenario == Scenario.OUT_OF_STOCK ? Stock.REFUSED : Stock.HELD;
      }
      reply(
          switch (stock) {
            case HELD, DEDUCTED -> new SagaReply.StockHeld();
            case REFUSED -> new SagaReply.StockRefused("insufficient_stock");
            case RELEASED, RESTOCKED -> new SagaReply.DeductionRefused("released");
            case NONE -> throw new AssertionError();
          });
    }

    private void deduct() {
      if (stock == Stock.HELD) {
        stock = scenario.losesHold() ? Stock.RELEASED : Stock.DEDUCTED;
      } else if (stock == Stock.RELEASED && random.nextInt(3) == 0) {
        // Asked again, it takes what has become available meanwhile.
        stock = Stock.DEDUCTED;
      }
      reply(
          stock == Stock.DEDUCTED || stock == Stock.RESTOCKED
              ? new SagaReply.StockDeducted()
              : new SagaReply.DeductionRefused("expired"));
    }

    private void initiate() {
      if (payment == Payment.NONE) {
        payment = Payment.OPEN;
        if (scenario != Scenario.NEVER_PAYS) {
          underWay.add(this::customerActs);
        }
      }
      replyPayment();
    }

    private void customerActs() {
      if (payment == Payment.OPEN) {
        if (random.nextInt(5) == 0) {
          reply(new SagaReply.PaymentUnclear());
        }
        payment = scenario.declines() ? Payment.DECLINED : Payment.PAID;
        replyPayment();
      }
    }

    private void replyPayment() {
      reply(
          switch (payment) {
            case OPEN -> new SagaReply.PaymentOpened();
            case PAID -> new SagaReply.PaymentTaken();
            case DECLINED -> new SagaReply.PaymentDeclined("card_declined");
            case VOIDED -> new SagaReply.PaymentVoided();
            case NONE -> throw new AssertionError();
          });
    }

    void requireAgreement(String when) {
      assertThat(saga.step().ended()).as(when).isTrue();
      assertThat(saga.stuck()).as(when).isFalse();
      switch (saga.step()) {
        case DONE -> {
          assertThat(payment).as(when).isEqualTo(Payment.PAID);
          assertThat(stock).as(when).isEqualTo(Stock.DEDUCTED);
          assertThat(refunds).as(when).isEmpty();
        }
        case CLOSED -> {
          assertThat(payment).as(when).isNotIn(Payment.PAID, Payment.OPEN);
          assertThat(stock).as(when).isNotIn(Stock.HELD, Stock.DEDUCTED);
          assertThat(refunds).as(when).isEmpty();
        }
        case REFUNDED -> {
          assertThat(payment).as(when).isEqualTo(Payment.PAID);
          assertThat(stock).as(when).isNotIn(Stock.HELD, Stock.DEDUCTED);
          assertThat(refunds).as(when).containsExactly(deal.refundId(0));
        }
        default -> throw new AssertionError(when + ": " + saga);
      }
    }
  }
}
