package io.emporium.sales.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import io.emporium.events.Money;
import io.emporium.events.inventory.StockLine;
import io.emporium.events.payment.PaymentOptions;
import io.emporium.events.payment.RefundPayment;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Every step × every reply. A new step or a new reply fails this until the table has it.
class SagaMatrixTest {

  private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");
  private static final Deal DEAL =
      new Deal(
          "o1",
          "ORD-000001",
          "c1",
          "s1",
          Money.of(1999, "USD"),
          List.of(new StockLine("TEA", 1)),
          NOW.plusSeconds(7200),
          Duration.ofMinutes(30),
          PaymentOptions.ANY);

  private static final Map<String, SagaReply> REPLIES = new LinkedHashMap<>();

  static {
    REPLIES.put("SH", new SagaReply.StockHeld());
    REPLIES.put("SR", new SagaReply.StockRefused("insufficient_stock"));
    REPLIES.put("HX", new SagaReply.HoldExpired());
    REPLIES.put("PO", new SagaReply.PaymentOpened());
    REPLIES.put("PT", new SagaReply.PaymentTaken());
    REPLIES.put("PU", new SagaReply.PaymentUnclear());
    REPLIES.put("PD", new SagaReply.PaymentDeclined("card_declined"));
    REPLIES.put("PV", new SagaReply.PaymentVoided());
    REPLIES.put("SD", new SagaReply.StockDeducted());
    REPLIES.put("DR", new SagaReply.DeductionRefused("expired"));
    REPLIES.put("RL", new SagaReply.StockReleased());
    REPLIES.put("RS", new SagaReply.StockRestocked(DEAL.restockId()));
    REPLIES.put("RD", new SagaReply.RefundDone(DEAL.refundId(0)));
    REPLIES.put("RF", new SagaReply.RefundFailed(DEAL.refundId(0), "closed_account"));
    REPLIES.put("NR", new SagaReply.NothingToRefund(DEAL.refundId(0)));
    REPLIES.put("CA", new SagaReply.CancelAsked("changed_mind"));
    REPLIES.put("DL", new SagaReply.DeadlinePassed());
  }

  private static final Map<String, SagaStep> STEPS = new LinkedHashMap<>();

  static {
    STEPS.put("HS", SagaStep.HOLDING_STOCK);
    STEPS.put("HP", SagaStep.HOLDING_PAID);
    STEPS.put("OP", SagaStep.OPENING_PAYMENT);
    STEPS.put("AP", SagaStep.AWAITING_PAYMENT);
    STEPS.put("EX", SagaStep.EXPIRING);
    STEPS.put("DD", SagaStep.DEDUCTING);
    STEPS.put("OK", SagaStep.DONE);
    STEPS.put("VO", SagaStep.VOIDING);
    STEPS.put("RE", SagaStep.RELEASING);
    STEPS.put("CL", SagaStep.CLOSED);
    STEPS.put("RF", SagaStep.REFUNDING);
    STEPS.put("RH", SagaStep.RETURNING_HOLD);
    STEPS.put("RU", SagaStep.REFUNDING_UNSETTLED);
    STEPS.put("SE", SagaStep.SETTLING);
    STEPS.put("RX", SagaStep.REFUNDING_SALE);
    STEPS.put("RT", SagaStep.RESTOCKING);
    STEPS.put("GB", SagaStep.REFUNDED);
  }

  // .. already applied   ~~ the undo goes out again   !! a person must look   else the next step
  private static final String TABLE =
      """
         SH SR HX PO PT PU PD PV SD DR RL RS RD RF NR CA DL
      HS OP CL .. .. HP .. RE .. .. CL .. .. .. .. .. RE RE
      HP DD RF .. .. .. .. .. .. .. RF .. .. .. .. .. RF RF
      OP .. .. EX AP DD AP RE RE .. EX .. .. .. .. .. VO EX
      AP .. .. EX .. DD .. RE RE .. EX .. .. .. .. .. VO EX
      EX .. .. .. .. DD .. RE RE .. .. .. .. .. .. .. VO !!
      DD .. .. .. .. .. .. .. .. OK RF .. .. .. .. .. RU !!
      OK .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. RX ..
      VO .. .. .. .. RF .. RE RE .. .. .. .. .. .. .. .. !!
      RE .. .. .. .. RF .. .. .. .. .. CL .. .. .. .. .. !!
      CL ~~ .. .. ~~ RF .. .. .. .. .. .. .. .. .. .. .. ..
      RF .. .. .. .. .. .. .. .. RX .. .. .. RH !! RH .. !!
      RH .. .. .. .. .. .. .. .. RT .. GB .. .. .. .. .. !!
      RU .. .. .. .. .. .. .. .. RX .. .. .. SE !! SE .. !!
      SE .. .. .. .. .. .. .. .. RT RH .. .. .. .. .. .. !!
      RX .. .. .. .. .. .. .. .. .. .. .. .. RT !! RT .. !!
      RT .. .. .. .. .. .. .. .. .. .. .. GB .. .. .. .. !!
      GB .. .. .. .. .. .. .. .. RT .. .. .. .. .. .. .. ..
      """;

  static Stream<Arguments> cells() {
    List<String> rows = TABLE.lines().toList();
    String[] columns = rows.getFirst().strip().split(" ");
    return rows.stream()
        .skip(1)
        .map(row -> row.split(" "))
        .flatMap(
            row ->
                Stream.iterate(0, n -> n < columns.length, n -> n + 1)
                    .map(n -> Arguments.of(row[0], columns[n], row[n + 1])));
  }

  @ParameterizedTest(name = "{0} on {1} -> {2}")
  @MethodSource("cells")
  void decidesAsTheTableSays(String step, String reply, String expected) {
    Checkout before = at(STEPS.get(step));

    Decision decision = CheckoutSaga.decide(before, REPLIES.get(reply), DEAL, NOW);

    switch (expected) {
      case ".." -> {
        assertThat(decision.applied()).isFalse();
        assertThat(decision.state()).isEqualTo(before);
        assertThat(decision.commands()).isEmpty();
      }
      case "~~" -> {
        assertThat(decision.applied()).isTrue();
        assertThat(decision.state()).isEqualTo(before);
        assertThat(decision.commands()).hasSize(1);
      }
      case "!!" -> {
        assertThat(decision.state().step()).isEqualTo(before.step());
        assertThat(decision.state().stuck()).isTrue();
        assertThat(decision.state().nextActionAt()).isNull();
      }
      default -> entered(decision, STEPS.get(expected));
    }
  }

  private static void entered(Decision decision, SagaStep next) {
    Checkout after = decision.state();
    assertThat(decision.applied()).isTrue();
    assertThat(after.step()).isEqualTo(next);
    assertThat(after.stuck()).isFalse();
    assertThat(decision.commands())
        .containsAll(Ask.all(List.of(next.ask()), after, DEAL))
        .hasSize(commandsOn(next));
    assertThat(after.nextActionAt() == null).isEqualTo(next.ended());
    assertThat(after.dead()).isEqualTo(DEAD.contains(next));
    assertThat(after.reason() != null).isEqualTo(after.dead());
  }

  // Calling a payable order off frees its stock at once, besides closing the payment.
  private static int commandsOn(SagaStep next) {
    return next == SagaStep.VOIDING ? 2 : next.ask() == Ask.NOTHING ? 0 : 1;
  }

  private static final Set<SagaStep> DEAD =
      Set.of(
          SagaStep.VOIDING,
          SagaStep.RELEASING,
          SagaStep.CLOSED,
          SagaStep.REFUNDING,
          SagaStep.RETURNING_HOLD,
          SagaStep.REFUNDING_UNSETTLED,
          SagaStep.SETTLING,
          SagaStep.REFUNDING_SALE,
          SagaStep.RESTOCKING,
          SagaStep.REFUNDED);

  static Checkout at(SagaStep step) {
    Checkout unborn = Checkout.unborn();
    Checkout born = DEAD.contains(step) ? unborn.dying(Ending.CANCELLED, "changed_mind") : unborn;
    return born.enter(step, DEAL, NOW.minusSeconds(1));
  }

  @Test
  void theTableKnowsEveryStepAndEveryReply() {
    assertThat(STEPS.values()).containsExactlyInAnyOrder(SagaStep.values());
    Set<Class<?>> replies = new HashSet<>();
    REPLIES.values().forEach(reply -> replies.add(reply.getClass()));
    assertThat(replies)
        .containsExactlyInAnyOrder(SagaReply.class.getPermittedSubclasses())
        .hasSize(REPLIES.size());
    assertThat(cells().count()).isEqualTo((long) STEPS.size() * REPLIES.size());
  }

  @Test
  void theFiveFactsOfAStepAreTrue() {
    for (SagaStep step : SagaStep.values()) {
      for (Class<? extends SagaReply> answer :
          Arrays.asList(step.success(), step.refusal()).stream()
              .filter(each -> each != null)
              .toList()) {
        SagaReply reply =
            REPLIES.values().stream().filter(answer::isInstance).findFirst().orElseThrow();
        Decision decision = CheckoutSaga.decide(at(step), reply, DEAL, NOW);
        assertThat(decision.applied()).as(step + " on " + reply).isTrue();
      }
      assertThat(step.ended()).isEqualTo(step.success() == null);
    }
  }

  @Test
  void anotherRefundOrRestockIsNoneOfItsBusiness() {
    for (SagaStep step : SagaStep.values()) {
      for (SagaReply foreign :
          List.of(
              new SagaReply.RefundDone("by-hand"),
              new SagaReply.RefundFailed("by-hand", "no"),
              new SagaReply.NothingToRefund("by-hand"),
              new SagaReply.StockRestocked("a-return"))) {
        assertThat(CheckoutSaga.decide(at(step), foreign, DEAL, NOW).applied()).isFalse();
      }
    }
  }

  @Test
  void aLateAnswerUnsticks() {
    Checkout stuck = at(SagaStep.DEDUCTING).asStuck();

    Decision decision = CheckoutSaga.decide(stuck, new SagaReply.StockDeducted(), DEAL, NOW);

    assertThat(decision.state().step()).isEqualTo(SagaStep.DONE);
    assertThat(decision.state().stuck()).isFalse();
  }

  @Test
  void aPersonLetsAStuckStepStartAnew() {
    Checkout stuck = at(SagaStep.REFUNDING).asStuck();

    Decision decision = CheckoutSaga.resume(stuck, DEAL, NOW);

    assertThat(decision.state().stuck()).isFalse();
    assertThat(decision.commands()).singleElement().isInstanceOf(RefundPayment.class);
    assertThat(CheckoutSaga.resume(at(SagaStep.REFUNDING), DEAL, NOW).applied()).isFalse();
  }

  @Test
  void aRefusedRefundIsAskedForUnderANewIdAndOneThatWasNotAnsweredUnderTheSame() {
    Checkout unanswered =
        CheckoutSaga.decide(
                at(SagaStep.REFUNDING), new SagaReply.DeadlinePassed(), DEAL, NOW.plusSeconds(3600))
            .state();
    assertThat(refundsOf(CheckoutSaga.resume(unanswered, DEAL, NOW))).containsExactly("refund-o1");

    Checkout refused = refused(unanswered, "refund-o1");
    assertThat(refundsOf(CheckoutSaga.resume(refused, DEAL, NOW))).containsExactly("refund-o1-2");
    Checkout again = CheckoutSaga.resume(refused, DEAL, NOW).state();
    assertThat(refundsOf(CheckoutSaga.wake(again, DEAL, NOW.plusSeconds(2))))
        .containsExactly("refund-o1-2");

    // The same refusal, heard once more, refuses nothing else.
    SagaReply late = new SagaReply.RefundFailed("refund-o1", "closed_account");
    assertThat(CheckoutSaga.decide(again, late, DEAL, NOW).applied()).isFalse();
    assertThat(refundsOf(CheckoutSaga.resume(refused(again, "refund-o1-2"), DEAL, NOW)))
        .containsExactly("refund-o1-3");
  }

  @Test
  void whatWasRefusedAndThenDoneByHandLeadsOn() {
    Checkout refused = refused(at(SagaStep.REFUNDING_SALE), "refund-o1");

    Decision decision =
        CheckoutSaga.decide(refused, new SagaReply.RefundDone("refund-o1"), DEAL, NOW);

    entered(decision, SagaStep.RESTOCKING);
    assertThat(
            CheckoutSaga.decide(refused, new SagaReply.RefundDone("refund-o1-3"), DEAL, NOW)
                .applied())
        .isFalse();
  }

  private static Checkout refused(Checkout before, String refundId) {
    Checkout after =
        CheckoutSaga.decide(
                before, new SagaReply.RefundFailed(refundId, "closed_account"), DEAL, NOW)
            .state();
    assertThat(after.stuckByRefusal()).isTrue();
    return after;
  }

  private static List<String> refundsOf(Decision decision) {
    return decision.commands().stream()
        .map(RefundPayment.class::cast)
        .map(RefundPayment::refundId)
        .toList();
  }

  // What the table has for the answer that leads on.
  private static final Map<SagaStep, SagaStep> VOUCHED =
      Map.ofEntries(
          Map.entry(SagaStep.EXPIRING, SagaStep.RELEASING),
          Map.entry(SagaStep.DEDUCTING, SagaStep.DONE),
          Map.entry(SagaStep.VOIDING, SagaStep.RELEASING),
          Map.entry(SagaStep.RELEASING, SagaStep.CLOSED),
          Map.entry(SagaStep.REFUNDING, SagaStep.RETURNING_HOLD),
          Map.entry(SagaStep.RETURNING_HOLD, SagaStep.REFUNDED),
          Map.entry(SagaStep.REFUNDING_UNSETTLED, SagaStep.SETTLING),
          Map.entry(SagaStep.SETTLING, SagaStep.RESTOCKING),
          Map.entry(SagaStep.REFUNDING_SALE, SagaStep.RESTOCKING),
          Map.entry(SagaStep.RESTOCKING, SagaStep.REFUNDED));

  @ParameterizedTest
  @EnumSource(SagaStep.class)
  void aPersonMayVouchForWhateverCanBeStuckAndTheSagaGoesOn(SagaStep step) {
    boolean canBeStuck =
        CheckoutSaga.decide(at(step), new SagaReply.DeadlinePassed(), DEAL, NOW).state().stuck();
    assertThat(VOUCHED.containsKey(step)).isEqualTo(canBeStuck);
    assertThat(CheckoutSaga.vouch(at(step), DEAL, NOW).applied()).isFalse();
    if (canBeStuck) {
      entered(CheckoutSaga.vouch(at(step).asStuck(), DEAL, NOW), VOUCHED.get(step));
    }
  }

  @Test
  void asksAgainAfterTwoFourEightSixteenThenEveryThirtySeconds() {
    Checkout state = CheckoutSaga.begin(DEAL, NOW).state();
    Instant last = NOW;
    for (long seconds : new long[] {2, 4, 8, 16, 30, 30}) {
      assertThat(state.nextActionAt()).isEqualTo(last.plusSeconds(seconds));
      last = state.nextActionAt();
      assertThat(CheckoutSaga.wake(state, DEAL, last.minusMillis(1)).applied()).isFalse();
      Decision again = CheckoutSaga.wake(state, DEAL, last);
      assertThat(again.commands()).hasSize(1);
      state = again.state();
    }
    assertThat(CheckoutSaga.wake(state, DEAL, NOW.plusSeconds(120)).state().ending())
        .isEqualTo(Ending.REJECTED);
  }

  @Test
  void theWindowToPayBeginsWithTheHoldAndIsNotProlonged() {
    Checkout opening =
        CheckoutSaga.decide(
                CheckoutSaga.begin(DEAL, NOW).state(), new SagaReply.StockHeld(), DEAL, NOW)
            .state();
    Checkout awaiting =
        CheckoutSaga.decide(opening, new SagaReply.PaymentOpened(), DEAL, NOW.plusSeconds(60))
            .state();

    assertThat(awaiting.nextActionAt()).isEqualTo(NOW.plus(DEAL.paymentWindow()));
  }
}
