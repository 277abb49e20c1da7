package io.emporium.sales.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.emporium.events.Money;
import io.emporium.events.order.ReturnRequested;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.Outcome;
import io.emporium.sales.order.ReturnClaims.ClaimedLine;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Three units for 29.97, delivered.
class ReturnClaimsTest {

  private final Order order = OrderTest.in(OrderStatus.COMPLETED);

  @Test
  void noUnitIsReturnedTwice() {
    assertThat(claim("r1", 2)).isEqualTo(Outcome.APPLIED);
    assertThat(claim("r1", 2)).isEqualTo(Outcome.ALREADY);
    assertThatThrownBy(() -> claim("r2", 2))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("more_than_shipped"));
    assertThat(claim("r2", 1)).isEqualTo(Outcome.APPLIED);

    assertThat(OrderTest.of(order, ReturnRequested.class)).hasSize(2);
    assertThat(line("r1").total().plus(line("r2").total())).isEqualTo(Money.of(2_997, "USD"));
  }

  @Test
  void whatIsRejectedOrNeverComesMayBeReturnedAnotherTime() {
    var unused = claim("r1", 2);
    assertThat(order.takingBack().settle("r1", Map.of(1, 1))).isEqualTo(Outcome.APPLIED);
    assertThat(order.takingBack().settle("r1", Map.of(1, 1))).isEqualTo(Outcome.ALREADY);
    assertThat(line("r1").quantity()).isEqualTo(1);

    assertThat(claim("r2", 2)).isEqualTo(Outcome.APPLIED);
    assertThat(order.takingBack().settle("r2", Map.of())).isEqualTo(Outcome.APPLIED);
    assertThat(order.takingBack().settle("r2", Map.of())).isEqualTo(Outcome.ALREADY);
    assertThat(claim("r3", 2)).isEqualTo(Outcome.APPLIED);
    assertThat(line("r1").total().plus(line("r3").total())).isEqualTo(Money.of(2_997, "USD"));
  }

  @Test
  void oneReturnOnlyGivesTheShippingBack() {
    var first = claim("r1", 1);
    var second = claim("r2", 1);

    assertThat(first).isEqualTo(second);
    assertThat(withShipping("r1")).isEqualTo(Outcome.APPLIED);
    assertThat(withShipping("r1")).isEqualTo(Outcome.ALREADY);
    assertThatThrownBy(() -> withShipping("r2"))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.code()).isEqualTo("shipping_already_refunded"));
  }

  @Test
  void aLineThatIsUnknownIsNamed() {
    var wish =
        new ReturnClaims.Wish("r1", java.util.List.of(new Fulfilments.Portion(9, 1)), "broken");
    assertThatThrownBy(() -> order.takingBack().claim(wish, OrderTest.NOW))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal ->
                assertThat(refusal.violations().getFirst().pointer()).isEqualTo("/lines/0/line"));
  }

  private Outcome claim(String returnId, int quantity) {
    return order.takingBack().claim(OrderTest.wish(returnId, quantity), OrderTest.NOW);
  }

  private Outcome withShipping(String returnId) {
    var wish = new PayingBack.Wish(returnId, Money.of(999, "USD"), true);
    return order.payingBack().promise(wish, _ -> {});
  }

  private ClaimedLine line(String returnId) {
    return order.returns().find(returnId).orElseThrow().lines().getFirst();
  }
}
