package io.emporium.ecommerce.market;

import io.emporium.events.company.CompanySnapshot;
import io.emporium.kit.tenancy.SharedAcrossTenants;
import java.util.Currency;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/// A company as the catalogue needs to know it.
///
/// @param sourceVersion of the company that this was taken from
@Document("selling_companies")
@TypeAlias("selling_company")
@SharedAcrossTenants(reason = "buyers see what companies sell that are not suspended")
public record SellingCompany(
    @Id String id, boolean active, Currency currency, long lowStockThreshold, long sourceVersion) {

  public static SellingCompany from(CompanySnapshot company, long version) {
    return new SellingCompany(
        company.companyId(),
        company.status().equals("active"),
        company.settings().currency(),
        company.settings().lowStockThreshold(),
        version);
  }
}
