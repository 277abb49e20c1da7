package io.emporium.analytics.sales;

import static org.assertj.core.api.Assertions.assertThat;

import io.emporium.events.Money;
import io.emporium.events.analytics.SoldLine;
import io.emporium.events.analytics.TrackSale;
import io.emporium.events.websocket.Broadcast;
import io.emporium.kit.store.Outcome;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderFactTest {

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  private final OrderFact fact = OrderFact.of("o1", "acme");

  @Test
  void countsASaleOnceAndShowsItOnce() {
    assertThat(fact.sold(sale(1000, 190, 1190))).isEqualTo(Outcome.APPLIED);
    assertThat(fact.sold(sale(1000, 190, 1190))).isEqualTo(Outcome.ALREADY);

    assertThat(fact.recorded()).hasSize(1).first().isInstanceOf(Broadcast.class);
    assertThat(fact.kept().net()).isEqualTo(Money.of(1000, "EUR"));
  }

  @Test
  void countsARefundOnce() {
    var _ = fact.sold(sale(1000, 190, 1190));

    assertThat(fact.refunded(refund("r1", 119))).isEqualTo(Outcome.APPLIED);
    assertThat(fact.refunded(refund("r1", 119))).isEqualTo(Outcome.ALREADY);

    assertThat(fact.kept()).isEqualTo(kept(900, 171));
  }

  @Test
  void doesNotMindARefundBeforeItsSale() {
    var _ = fact.refunded(refund("r1", 1190));
    assertThat(fact.kept()).isNull();

    var _ = fact.sold(sale(1000, 190, 1190));

    assertThat(fact.kept()).isEqualTo(kept(0, 0));
  }

  @ParameterizedTest
  @CsvSource({
    "1000, 190, 1190, 1190, 0, 0",
    "1000, 190, 1190, 5000, 0, 0",
    "1000, 190, 1190, 1, 999, 190",
    "1000, 190, 1690, 1690, 0, 0",
    "999, 77, 1076, 538, 500, 38",
    "0, 0, 0, 0, 0, 0"
  })
  void takesARefundFromNetAndTaxInProportion(
      long net, long tax, long total, long refunded, long keptNet, long keptTax) {
    var _ = fact.sold(sale(net, tax, total));
    var _ = fact.refunded(refund("r1", refunded));

    assertThat(fact.kept()).isEqualTo(kept(keptNet, keptTax));
  }

  @ParameterizedTest
  @CsvSource({
    "1190, 0, 1000, 190",
    "595, 0, 500, 95",
    "595, 119, 400, 76",
    "595, 595, 0, 0",
    "2000, 119, 900, 171"
  })
  void keepsWhatWasTakenOfReservedMoneyLessWhatWentBack(
      long captured, long refunded, long keptNet, long keptTax) {
    var _ = fact.captured(Money.of(captured, "EUR"));
    var _ = fact.refunded(refund("r1", refunded));
    assertThat(fact.kept()).isNull();

    var _ = fact.sold(sale(1000, 190, 1190));

    assertThat(fact.kept()).isEqualTo(kept(keptNet, keptTax));
  }

  @Test
  void countsACaptureOnce() {
    assertThat(fact.captured(Money.of(595, "EUR"))).isEqualTo(Outcome.APPLIED);
    assertThat(fact.captured(Money.of(595, "EUR"))).isEqualTo(Outcome.ALREADY);
  }

  // All of a reservation is given free for a refund: nothing is taken, and nobody says so.
  @Test
  void keepsNothingOfReservedMoneyThatWasGivenFree() {
    var _ = fact.sold(sale(1000, 190, 1190));
    var _ = fact.refunded(refund("r1", 1190));

    assertThat(fact.kept()).isEqualTo(kept(0, 0));
  }

  @Test
  void endsOnce() {
    assertThat(fact.ended(Ending.CANCELLED, "s1", NOON)).isEqualTo(Outcome.APPLIED);
    assertThat(fact.ended(Ending.EXPIRED, "s1", NOON)).isEqualTo(Outcome.ALREADY);
    assertThat(fact.placed("s1", NOON)).isEqualTo(Outcome.APPLIED);
    assertThat(fact.placed("s1", NOON)).isEqualTo(Outcome.ALREADY);
  }

  private static Sale.Kept kept(long net, long tax) {
    return new Sale.Kept(Money.of(net, "EUR"), Money.of(tax, "EUR"));
  }

  private static Refund refund(String id, long amount) {
    return new Refund(id, Money.of(amount, "EUR"));
  }

  private static TrackSale sale(long net, long tax, long total) {
    return new TrackSale(
        "o1",
        "s1",
        "c1",
        List.of(new SoldLine("p1", "SKU-1", "Tea", 1, Money.of(net, "EUR"))),
        Money.of(net, "EUR"),
        Money.of(tax, "EUR"),
        Money.of(total, "EUR"),
        NOON);
  }
}
