package io.emporium.payment.payment;

import io.emporium.events.Money;
import io.emporium.kit.problem.Refusal;
import io.emporium.payment.company.CompanyTerms;
import java.util.Objects;
import org.springframework.stereotype.Component;

/// How much may be given back without the approval of a company's admin. What of the same payment
/// went back before counts, or a limit would be passed in small steps.
@Component
class RefundLimits {

  private final CompanyTerms terms;

  RefundLimits(CompanyTerms terms) {
    this.terms = terms;
  }

  /// @throws Refusal `refund_needs_approval`
  void require(Payment payment, Money amount) {
    String companyId = Objects.requireNonNull(payment.companyId(), "a payment has a company");
    terms
        .refundApprovalLimit(companyId)
        .filter(limit -> isBeyond(limit, payment, amount))
        .ifPresent(
            limit -> {
              throw Refusal.forbidden(
                  "refund_needs_approval",
                  "Refunds of more than " + limit + " for one payment are made by an admin");
            });
  }

  private static boolean isBeyond(Money limit, Payment payment, Money amount) {
    // Without a rate of exchange nobody can say that it is within.
    if (!limit.currency().equals(amount.currency())) {
      return true;
    }
    return payment.given().plus(amount).exceeds(limit);
  }
}
