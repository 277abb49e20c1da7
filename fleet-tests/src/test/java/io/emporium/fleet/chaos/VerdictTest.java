package io.emporium.fleet.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VerdictTest {

  @Test
  void anOrderThatEndedAfterItsFateIsFine() {
    assertThat(judge("o1", Fate.CANCELS_PAID, "cancelled", "refunded")).isEmpty();
  }

  @Test
  void anAcceptedOrderThatIsNowhereIsLost() {
    assertThat(Verdict.of(accepted("o1", Fate.PAYS), Map.of()))
        .singleElement()
        .asString()
        .contains("o1", "lost");
  }

  @Test
  void anOrderNobodyWasToldOfWasPlacedTwice() {
    assertThat(Verdict.of(Map.of(), Map.of("o9", end("o9", "confirmed", "paid"))))
        .singleElement()
        .asString()
        .contains("o9", "twice");
  }

  @Test
  void aCancelledOrderWhoseMoneyIsStillOnItsWayHasNotEnded() {
    assertThat(judge("o1", Fate.CANCELS_PAID, "cancelled", "refunding"))
        .singleElement()
        .asString()
        .contains("has not ended");
  }

  @Test
  void aPaidOrderThatWasCancelledEndedWrongly() {
    assertThat(judge("o1", Fate.PAYS, "cancelled", "refunded"))
        .singleElement()
        .asString()
        .contains("had to end confirmed");
  }

  private static List<String> judge(String id, Fate fate, String status, String payment) {
    return Verdict.of(accepted(id, fate), Map.of(id, end(id, status, payment)));
  }

  private static Map<String, PlacedOrder> accepted(String id, Fate fate) {
    return Map.of(id, new PlacedOrder(id, fate));
  }

  private static OrderEnd end(String id, String status, String payment) {
    return new OrderEnd(id, status, "-", payment);
  }
}
