package io.emporium.sales.offer;

import io.emporium.events.company.CompanySettings;
import io.emporium.events.company.CompanySnapshot;
import io.emporium.events.company.TaxRate;
import io.emporium.kit.tenancy.SharedAcrossTenants;
import java.time.Duration;
import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/// The terms on which a company sells.
@Document("companies")
@TypeAlias("company_terms")
@SharedAcrossTenants(reason = "Tax and payment terms are what any customer is shown who orders")
public record CompanyTerms(
    @Id String companyId,
    String status,
    boolean pricesIncludeTax,
    List<TaxRate> taxRates,
    long paymentWindowSeconds,
    String orderNumberPrefix) {

  static CompanyTerms of(CompanySnapshot company) {
    CompanySettings settings = company.settings();
    return new CompanyTerms(
        company.companyId(),
        company.status(),
        settings.pricesIncludeTax(),
        settings.taxRates(),
        settings.paymentWindowSeconds(),
        settings.orderNumberPrefix());
  }

  public boolean active() {
    return status.equals("active");
  }

  public Duration paymentWindow() {
    return Duration.ofSeconds(paymentWindowSeconds);
  }
}
