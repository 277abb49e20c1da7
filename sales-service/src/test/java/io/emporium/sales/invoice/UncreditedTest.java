package io.emporium.sales.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.emporium.events.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// 119.00 at 19 % and 21.40 at 7 % were invoiced.
class UncreditedTest {

  private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");
  private static final Uncredited ALL =
      new Uncredited(List.of(rate(1_900, 10_000, 1_900), rate(700, 2_000, 140)));

  @Test
  void anAllowanceIsTakenFromAllRatesAlike() {
    assertThat(ALL.taking(eur(1_404))).containsExactly(rate(1_900, 1_000, 190), rate(700, 200, 14));
  }

  @Test
  void twoPartsTakeBackEachRateToTheCent() {
    for (long first = 1; first < 14_040; first += 97) {
      List<TaxSum> taken = ALL.taking(eur(first));
      Uncredited rest = without(taken);

      List<TaxSum> last = rest.taking(eur(14_040 - first));

      assertThat(without(taken, last).rates())
          .as("after " + first)
          .containsExactly(rate(1_900, 0, 0), rate(700, 0, 0));
    }
  }

  @Test
  void linesAreTakenBackAsTheyAreWhileTheirRateHasThatMuch() {
    List<InvoiceLine> books = List.of(line(700, 2_000, 140));
    assertThat(ALL.covers(books)).isTrue();

    Uncredited afterGoodwill = without(ALL.taking(eur(1_404)));

    assertThat(afterGoodwill.covers(books)).isFalse();
    assertThat(afterGoodwill.covers(List.of(line(700, 1_800, 126)))).isTrue();
    assertThat(ALL.covers(List.of(line(0, 1, 0)))).isFalse();
  }

  @Test
  void neverMoreThanWasInvoiced() {
    assertThatThrownBy(() -> ALL.taking(eur(14_041))).isInstanceOf(IllegalStateException.class);
    Uncredited nothing = without(ALL.rates());
    assertThatThrownBy(() -> nothing.taking(eur(1))).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void whatHasNoMoreThanANumberYetIsTakenToo() {
    Occasion first = Occasion.refund("o1", "r1", eur(1_404), NOW);
    Occasion second = Occasion.refund("o1", "r2", eur(12_636), NOW);
    Occasion elsewhere = Occasion.refund("o2", "r3", eur(1_404), NOW);
    List<TaxSum> taken = ALL.taking(eur(1_404));
    List<TakenNumber> open =
        List.of(
            new TakenNumber(first, 2026, 1, NOW, taken),
            new TakenNumber(elsewhere, 2026, 2, NOW, taken));

    assertThat(Uncredited.leftFor(second, ALL.rates(), open, Map.of())).isEqualTo(without(taken));
    assertThat(Uncredited.leftFor(second, ALL.rates(), open, Map.of(first.invoiceId(), taken)))
        .as("written by now")
        .isEqualTo(without(taken));
    assertThat(Uncredited.leftFor(first, ALL.rates(), open, Map.of())).as("its own").isEqualTo(ALL);
  }

  @SafeVarargs
  private static Uncredited without(List<TaxSum>... notes) {
    return Uncredited.of(ALL.rates(), List.of(notes));
  }

  private static InvoiceLine line(int basisPoints, long net, long tax) {
    return new InvoiceLine(
        1, "Book", "B", 1, null, eur(0), eur(net), basisPoints, eur(tax), eur(net + tax));
  }

  private static TaxSum rate(int basisPoints, long net, long tax) {
    return new TaxSum(basisPoints, eur(net), eur(tax), eur(net + tax));
  }

  private static Money eur(long amount) {
    return Money.of(amount, "EUR");
  }
}
