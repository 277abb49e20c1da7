package io.emporium.sales.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import io.emporium.kit.testing.simulation.World;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/// Two who want different things of one order at the same time, in many interleavings: only
/// documented ends, and stock and money agree with each.
class SagaRaceTest {

  private static final int INTERLEAVINGS = 200;
  private static final String ORDER = "o1";
  private static final Duration MOMENT = Duration.ofSeconds(4);

  /// Whoever writes the order first decides; a cancellation that is accepted always holds.
  @Test
  void payingAndCancellingEndsUnpaidOrRefunded() {
    var ends =
        race(
            (market, world) -> {
              world.within(MOMENT, "pays", () -> pays(market));
              world.within(MOMENT, "cancels", () -> cancels(market));
            });

    assertThat(ends).containsOnlyKeys(SagaStep.CLOSED, SagaStep.REFUNDED);
  }

  /// Time being over is a question to payment-service: who has paid by then has bought.
  @Test
  void confirmingAndExpiringEndsSoldOrUnpaid() {
    var ends =
        race(
            (market, world) -> {
              Duration nearlyOver = Marketday.WINDOW.minus(MOMENT.dividedBy(2));
              world.after(
                  nearlyOver.plusMillis(world.random().nextLong(MOMENT.toMillis())),
                  "pays",
                  () -> pays(market));
              world.after(
                  nearlyOver.plusMillis(world.random().nextLong(MOMENT.toMillis())),
                  "time is over",
                  () -> market.tell(ORDER, new SagaReply.DeadlinePassed()));
            });

    assertThat(ends.keySet()).isSubsetOf(SagaStep.DONE, SagaStep.CLOSED);
    assertThat(ends).containsKey(SagaStep.DONE);
  }

  /// Every cancellation of a paid order is one refund, whoever asks and however often.
  @Test
  void cancellingTwiceRefundsOnce() {
    var ends =
        race(
            (market, world) -> {
              world.within(Duration.ofMillis(50), "pays", () -> pays(market));
              world.within(Duration.ofMinutes(2), "cancels", () -> cancels(market));
              world.within(Duration.ofMinutes(2), "staff cancel", () -> cancels(market));
            });

    assertThat(ends).containsOnlyKeys(SagaStep.CLOSED, SagaStep.REFUNDED);
  }

  private static void pays(Marketday market) {
    market.pays(ORDER, ModelPayments.Card.GOOD);
  }

  private static void cancels(Marketday market) {
    market.tell(ORDER, new SagaReply.CancelAsked("changed_mind"));
  }

  private static Map<SagaStep, Integer> race(BiConsumer<Marketday, World> racers) {
    Map<SagaStep, Integer> ends = new EnumMap<>(SagaStep.class);
    for (long seed = 0; seed < INTERLEAVINGS; seed++) {
      Marketday market = Marketday.empty(seed);
      market.place(ORDER);
      racers.accept(market, market.world());
      market.run();
      ends.merge(market.stepOf(ORDER), 1, Integer::sum);
    }
    return ends;
  }
}
