package io.emporium.payment.company;

import io.emporium.events.Money;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.SharedStore;
import io.emporium.kit.tenancy.Scope;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// How a company wants its payments handled.
@Component
public class CompanyTerms {

  private final SharedStore<CompanyReplica> companies;
  private final AggregateStore<PaymentSettings> settings;

  CompanyTerms(SharedStore<CompanyReplica> companies, AggregateStore<PaymentSettings> settings) {
    this.companies = companies;
    this.settings = settings;
  }

  /// Above which a refund needs an admin; empty when there is no limit.
  public Optional<Money> refundApprovalLimit(String companyId) {
    return companies
        .find(companyId)
        .flatMap(found -> Optional.ofNullable(found.refundApprovalLimit()));
  }

  /// Whether money is reserved first and taken later.
  public boolean capturesLater(String companyId) {
    return settings
        .find(Scope.company(companyId), companyId)
        .filter(found -> found.captureMode() == CaptureMode.MANUAL)
        .isPresent();
  }
}
