package io.emporium.debt.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.emporium.events.Money;
import io.emporium.events.debt.DebtOpened;
import io.emporium.events.debt.DebtOverdue;
import io.emporium.events.debt.DebtPaymentRecorded;
import io.emporium.events.debt.DebtSettled;
import io.emporium.events.notification.CriticalAlert;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.Outcome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DebtTest {

  private static final Entered NOW = new Entered(Instant.parse("2026-11-23T09:30:00Z"), "ann");
  private static final LocalDate FIRST = LocalDate.parse("2026-12-01");

  @Nested
  class Plan {

    @ParameterizedTest
    @CsvSource({
      "1000, 3, '334,333,333'",
      "1001, 3, '334,334,333'",
      "3, 3, '1,1,1'",
      "100, 1, '100'",
      "9223372036854775807, 2, '4611686018427387904,4611686018427387903'"
    })
    void addsUpToThePrincipal(long principal, int count, String parts) {
      Schedule plan = InstalmentPlan.even(usd(principal), count, FIRST, 1);

      assertThat(plan.instalments())
          .extracting(part -> Long.toString(part.amount().amount()))
          .containsExactly(parts.split(","));
      assertThat(plan.outstanding()).isEqualTo(usd(principal));
    }

    @Test
    void returnsToTheEndOfTheMonth() {
      Schedule plan = InstalmentPlan.even(usd(500), 5, LocalDate.parse("2027-10-31"), 1);

      assertThat(plan.instalments())
          .extracting(Instalment::dueOn)
          .containsExactly("2027-10-31", "2027-11-30", "2027-12-31", "2028-01-31", "2028-02-29");
    }

    @Test
    void hasNoInstalmentOfNothing() {
      assertRefused("too_many_instalments", () -> InstalmentPlan.even(usd(2), 3, FIRST, 1));
    }

    @Test
    void takesAnAgreedScheduleOnlyWhenItAddsUpInOrder() {
      var first = new InstalmentPlan.Agreed(FIRST, usd(60));
      var second = new InstalmentPlan.Agreed(FIRST.plusDays(10), usd(40));
      assertThat(InstalmentPlan.agreed(usd(100), List.of(first, second)).instalments()).hasSize(2);

      assertRefused(
          "schedule_does_not_add_up",
          () -> InstalmentPlan.agreed(usd(101), List.of(first, second)));
      assertRefused(
          "schedule_out_of_order", () -> InstalmentPlan.agreed(usd(100), List.of(second, first)));
      assertRefused(
          "schedule_does_not_add_up",
          () ->
              InstalmentPlan.agreed(
                  usd(100),
                  List.of(
                      first, new InstalmentPlan.Agreed(FIRST.plusDays(1), usd(Long.MAX_VALUE)))));
      assertRefused(
          "currency_mismatch",
          () -> InstalmentPlan.agreed(Money.of(100, "EUR"), List.of(first, second)));
    }
  }

  @Nested
  class Payments {

    @Test
    void fillTheOldestInstalmentsFirst() {
      Debt debt = opened(1000, 3);

      assertThat(debt.pay(payment("p1", usd(400)))).isEqualTo(Outcome.APPLIED);

      assertThat(debt.schedule())
          .extracting(Instalment::status)
          .containsExactly(
              InstalmentStatus.PAID, InstalmentStatus.PARTLY_PAID, InstalmentStatus.OPEN);
      assertThat(debt.outstanding()).isEqualTo(usd(600));
      assertThat(debt.payments().getFirst().allocations())
          .containsExactly(new Payment.Allocation(1, usd(334)), new Payment.Allocation(2, usd(66)));
      assertThat(debt.recorded()).contains(new DebtPaymentRecorded("d1", "p1", usd(400), usd(600)));
    }

    @Test
    void countOnce() {
      Debt debt = opened(1000, 3);
      var _ = debt.pay(payment("p1", usd(400)));

      assertThat(debt.pay(payment("p1", usd(400)))).isEqualTo(Outcome.ALREADY);

      assertThat(debt.outstanding()).isEqualTo(usd(600));
    }

    @Test
    void settleTheDebt() {
      Debt debt = opened(1000, 3);
      var _ = debt.pay(payment("p1", usd(999)));
      assertThat(debt.status()).isEqualTo(DebtStatus.OPEN);

      var _ = debt.pay(payment("p2", usd(1)));

      assertThat(debt.status()).isEqualTo(DebtStatus.SETTLED);
      assertThat(debt.watchedDay()).isNull();
      assertThat(debt.recorded()).contains(new DebtSettled("d1"));
      assertRefused("debt_settled", () -> debt.pay(payment("p3", usd(1))));
      assertThat(debt.pay(payment("p2", usd(1)))).isEqualTo(Outcome.ALREADY);
    }

    @Test
    void areRefusedWhenTheyAreTooMuchOrInAnotherCurrency() {
      Debt debt = opened(1000, 3);

      assertRefused("overpayment", () -> debt.pay(payment("p1", usd(1001))));
      assertRefused("currency_mismatch", () -> debt.pay(payment("p1", Money.of(10, "EUR"))));
      assertThat(debt.outstanding()).isEqualTo(usd(1000));
      assertThat(debt.payments()).isEmpty();
    }

    @Test
    void areNotEndlesslyMany() {
      Debt debt = opened(5000, 1);
      for (int n = 0; n < Debt.MAX_PAYMENTS; n++) {
        var _ = debt.pay(payment("p" + n, usd(1)));
      }

      assertRefused("too_many_payments", () -> debt.pay(payment("last", usd(1))));
      assertThat(debt.pay(payment("last", usd(4000)))).isEqualTo(Outcome.APPLIED);
      assertThat(debt.status()).isEqualTo(DebtStatus.SETTLED);
    }
  }

  @Nested
  class Overdue {

    @Test
    void beginsTheDayAfterTheDueDay() {
      Debt debt = opened(1000, 3);
      assertThat(debt.markOverdue(FIRST, NOW)).isEqualTo(Outcome.ALREADY);

      assertThat(debt.markOverdue(FIRST.plusDays(1), NOW)).isEqualTo(Outcome.APPLIED);

      assertThat(debt.status()).isEqualTo(DebtStatus.OVERDUE);
      assertThat(debt.recorded())
          .contains(new DebtOverdue("d1", 1, usd(334), FIRST))
          .hasAtLeastOneElementOfType(CriticalAlert.class);
      assertThat(debt.watchedDay()).isEqualTo("2027-01-01");
    }

    @Test
    void isSaidOncePerInstalment() {
      Debt debt = opened(1000, 3);
      var _ = debt.markOverdue(FIRST.plusDays(1), NOW);

      assertThat(debt.markOverdue(FIRST.plusDays(1), NOW)).isEqualTo(Outcome.ALREADY);
      assertThat(debt.markOverdue(FIRST.plusDays(2), NOW)).isEqualTo(Outcome.ALREADY);
      assertThat(debt.markOverdue(FIRST.plusMonths(3), NOW)).isEqualTo(Outcome.APPLIED);

      assertThat(debt.recorded().stream().filter(DebtOverdue.class::isInstance)).hasSize(3);
      assertThat(debt.recorded().stream().filter(CriticalAlert.class::isInstance)).hasSize(2);
      assertThat(debt.watchedDay()).isNull();
    }

    @Test
    void endsWhenItIsPaidAndDoesNotComeBack() {
      Debt debt = opened(1000, 3);
      var _ = debt.markOverdue(FIRST.plusDays(1), NOW);
      var _ = debt.pay(payment("p1", usd(100)));
      assertThat(debt.status()).isEqualTo(DebtStatus.OVERDUE);

      var _ = debt.pay(payment("p2", usd(234)));

      assertThat(debt.status()).isEqualTo(DebtStatus.OPEN);
      assertThat(debt.markOverdue(FIRST.plusDays(2), NOW)).isEqualTo(Outcome.ALREADY);
    }

    @Test
    void passesOverWhatIsPaid() {
      Debt debt = opened(1000, 3);
      var _ = debt.pay(payment("p1", usd(334)));

      assertThat(debt.markOverdue(FIRST.plusDays(1), NOW)).isEqualTo(Outcome.ALREADY);
    }
  }

  @Test
  void remembersWhatHappened() {
    Debt debt = opened(1000, 3);
    var _ = debt.markOverdue(FIRST.plusDays(1), NOW);
    var _ = debt.pay(payment("p1", usd(1000)));

    assertThat(debt.history())
        .extracting(HistoryEntry::event)
        .containsExactly("opened", "overdue", "payment_recorded", "settled");
    assertThat(debt.recorded().getFirst()).isEqualTo(new DebtOpened("d1", "Bank", usd(1000), 3));
  }

  private static Debt opened(long principal, int count) {
    Schedule schedule = InstalmentPlan.even(usd(principal), count, FIRST, 1);
    return Debt.open("d1", "acme", new Terms("Bank", usd(principal), schedule, null, null), NOW);
  }

  private static Payment payment(String id, Money amount) {
    return new Payment(id, amount, "bank_transfer", null, NOW.at(), NOW.by(), List.of());
  }

  private static Money usd(long cents) {
    return Money.of(cents, "USD");
  }

  private static void assertRefused(
      String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable command) {
    assertThatThrownBy(command)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
