package io.emporium.sales.offer;

import io.emporium.events.Money;
import io.emporium.events.company.CompanySettings;
import io.emporium.events.company.CompanySnapshot;
import io.emporium.events.company.LegalDetails;
import io.emporium.events.company.TaxRate;
import io.emporium.kit.tenancy.SharedAcrossTenants;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/// The terms on which a company sells.
///
/// @param timeZone where its days and its fiscal years begin
/// @param refundApprovalLimit above it only an admin may give money back; null for no limit
/// @param legal who it is on its invoices; null until it says so
@Document("companies")
@TypeAlias("company_terms")
@SharedAcrossTenants(reason = "Tax and payment terms are what any customer is shown who orders")
public record CompanyTerms(
    @Id String companyId,
    String name,
    String status,
    boolean pricesIncludeTax,
    List<TaxRate> taxRates,
    long paymentWindowSeconds,
    String orderNumberPrefix,
    String invoiceNumberPrefix,
    ZoneId timeZone,
    @Nullable Money refundApprovalLimit,
    @Nullable LegalDetails legal) {

  static CompanyTerms of(CompanySnapshot company) {
    CompanySettings settings = company.settings();
    return new CompanyTerms(
        company.companyId(),
        company.name(),
        company.status(),
        settings.pricesIncludeTax(),
        settings.taxRates(),
        settings.paymentWindowSeconds(),
        settings.orderNumberPrefix(),
        settings.invoiceNumberPrefix(),
        settings.timeZone(),
        settings.refundApprovalLimit(),
        settings.legal());
  }

  public boolean active() {
    return status.equals("active");
  }

  public Duration paymentWindow() {
    return Duration.ofSeconds(paymentWindowSeconds);
  }
}
