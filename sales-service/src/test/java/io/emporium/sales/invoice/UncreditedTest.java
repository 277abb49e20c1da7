package io.emporium.sales.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.emporium.events.Money;
import java.util.List;
import org.junit.jupiter.api.Test;

/// 119.00 at 19 % and 21.40 at 7 % were invoiced.
class UncreditedTest {

  private static final Uncredited ALL =
      new Uncredited(List.of(rate(1_900, 10_000, 1_900), rate(700, 2_000, 140)));

  @Test
  void anAllowanceIsTakenFromAllRatesAlike() {
    List<InvoiceLine> lines = ALL.taking(eur(1_404), "Allowance");

    assertThat(TaxSum.of(lines)).containsExactly(rate(1_900, 1_000, 190), rate(700, 200, 14));
    assertThat(lines).extracting(InvoiceLine::position).containsExactly(1, 2);
  }

  @Test
  void twoPartsTakeBackEachRateToTheCent() {
    for (long first = 1; first < 14_040; first += 97) {
      List<TaxSum> taken = TaxSum.of(ALL.taking(eur(first), "first"));
      Uncredited rest = without(taken);

      List<InvoiceLine> last = rest.taking(eur(14_040 - first), "last");

      assertThat(without(taken, TaxSum.of(last)).rates())
          .as("after " + first)
          .containsExactly(rate(1_900, 0, 0), rate(700, 0, 0));
    }
  }

  @Test
  void linesAreTakenBackAsTheyAreWhileTheirRateHasThatMuch() {
    List<InvoiceLine> books = List.of(line(700, 2_000, 140));
    assertThat(ALL.covers(books)).isTrue();

    Uncredited afterGoodwill = without(TaxSum.of(ALL.taking(eur(1_404), "Allowance")));

    assertThat(afterGoodwill.covers(books)).isFalse();
    assertThat(afterGoodwill.covers(List.of(line(700, 1_800, 126)))).isTrue();
    assertThat(ALL.covers(List.of(line(0, 1, 0)))).isFalse();
  }

  @Test
  void neverMoreThanWasInvoiced() {
    assertThatThrownBy(() -> ALL.taking(eur(14_041), "too much"))
        .isInstanceOf(IllegalStateException.class);
    Uncredited nothing = without(ALL.rates());
    assertThatThrownBy(() -> nothing.taking(eur(1), "too much"))
        .isInstanceOf(IllegalStateException.class);
  }

  @SafeVarargs
  private static Uncredited without(List<TaxSum>... notes) {
    List<TaxSum> left =
        ALL.rates().stream()
            .map(
                rate -> {
                  TaxSum rest = rate;
                  for (List<TaxSum> note : notes) {
                    for (TaxSum taken : note) {
                      rest = taken.basisPoints() == rate.basisPoints() ? rest.minus(taken) : rest;
                    }
                  }
                  return rest;
                })
            .toList();
    return new Uncredited(left);
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
