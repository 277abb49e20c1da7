package io.emporium.debt.book.web;

import io.emporium.debt.book.InstalmentPlan;
import io.emporium.debt.book.Schedule;
import io.emporium.debt.book.Terms;
import io.emporium.events.Money;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.web.NoCardNumber;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Either `instalments` and `firstDueOn`, and the parts are made equal, or `schedule` as agreed.
///
/// @param companyId the debtor; for super admins, who belong to none
/// @param intervalMonths from one instalment to the next, 1 when left out
record OpenDebtRequest(
    @Nullable @Size(max = 100) String companyId,
    @NotBlank @Size(max = 200) @NoCardNumber String creditor,
    @NotNull Money principal,
    @Nullable @Min(1) @Max(360) Integer instalments,
    @Nullable LocalDate firstDueOn,
    @Nullable @Min(1) @Max(12) Integer intervalMonths,
    @Nullable @Size(min = 1, max = 360) List<@NotNull @Valid AgreedInstalmentRequest> schedule,
    @Nullable @Size(max = 2_000) @NoCardNumber String terms,
    @Nullable @Size(max = 120) @NoCardNumber String reference) {

  record AgreedInstalmentRequest(@NotNull LocalDate dueOn, @NotNull Money amount) {

    InstalmentPlan.Agreed toAgreed(String pointer) {
      return new InstalmentPlan.Agreed(
          Checks.day(pointer + "/dueOn", dueOn), Checks.positive(pointer + "/amount", amount));
    }
  }

  Terms toTerms() {
    Money whole = Checks.positive("/principal", principal);
    Schedule parts = schedule == null ? even(whole) : agreed(whole, schedule);
    return new Terms(creditor.strip(), whole, parts, terms, reference);
  }

  private Schedule even(Money whole) {
    if (instalments == null) {
      throw Refusal.invalid("/instalments", "is needed where there is no schedule");
    }
    if (firstDueOn == null) {
      throw Refusal.invalid("/firstDueOn", "is needed where there is no schedule");
    }
    return InstalmentPlan.even(
        whole,
        instalments,
        Checks.day("/firstDueOn", firstDueOn),
        intervalMonths == null ? 1 : intervalMonths);
  }

  private Schedule agreed(Money whole, List<AgreedInstalmentRequest> requested) {
    if (instalments != null || firstDueOn != null || intervalMonths != null) {
      throw Refusal.invalid("/schedule", "stands alone, without instalments and firstDueOn");
    }
    return InstalmentPlan.agreed(
        whole,
        IntStream.range(0, requested.size())
            .mapToObj(n -> requested.get(n).toAgreed("/schedule/" + n))
            .toList());
  }
}
