package io.emporium.sales.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.emporium.events.Money;
import io.emporium.kit.problem.Refusal;
import io.emporium.sales.returns.SteerReturn.Refunding;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SteerReturnTest {

  private static final Money LIMIT = Money.of(100, "USD");
  private static final Refunding MANAGER = new Refunding(false, false);
  private static final Refunding ADMIN = new Refunding(false, true);

  @Test
  void upToTheLimitAManagerGivesBackAndAboveItAnAdmin() {
    assertAllowed(LIMIT, LIMIT, MANAGER);
    assertRefused(Money.of(101, "USD"), LIMIT);
    assertAllowed(Money.of(101, "USD"), LIMIT, ADMIN);
  }

  @Test
  void inAnotherCurrencyAnySumIsAboveTheLimit() {
    assertRefused(Money.of(1, "EUR"), LIMIT);
    assertAllowed(Money.of(1, "EUR"), LIMIT, ADMIN);
  }

  @Test
  void aCompanyWithoutALimitLeavesItToTheManager() {
    assertAllowed(Money.of(1_000_000, "EUR"), null, MANAGER);
  }

  private static void assertAllowed(Money together, @Nullable Money limit, Refunding how) {
    assertThatCode(() -> SteerReturn.requireAllowed(together, limit, how))
        .doesNotThrowAnyException();
  }

  private static void assertRefused(Money together, Money limit) {
    assertThatThrownBy(() -> SteerReturn.requireAllowed(together, limit, MANAGER))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.code()).isEqualTo("refund_needs_approval"));
  }
}
