package io.emporium.inventory.replica;

import io.emporium.inventory.settings.InventoryProperties;
import io.emporium.kit.store.SharedStore;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// What a company wants of its stock; sensible where it has not been heard of yet.
@Component
public class CompanyRules {

  private final SharedStore<CompanyReplica> companies;
  private final InventoryProperties properties;

  CompanyRules(SharedStore<CompanyReplica> companies, InventoryProperties properties) {
    this.companies = companies;
    this.properties = properties;
  }

  /// The threshold with which a SKU starts in a warehouse.
  public long lowStockThreshold(String companyId) {
    return companies
        .find(companyId)
        .map(CompanyReplica::lowStockThreshold)
        .orElse(properties.lowStockThreshold());
  }

  /// Whether somebody else must agree to a transfer.
  public boolean transfersNeedApproval(String companyId) {
    Optional<Boolean> wanted =
        companies
            .find(companyId)
            .flatMap(company -> Optional.ofNullable(company.transfersNeedApproval()));
    return wanted.orElse(true);
  }
}
