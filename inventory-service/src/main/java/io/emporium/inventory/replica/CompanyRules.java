package io.emporium.inventory.replica;

import io.emporium.inventory.settings.InventoryProperties;
import io.emporium.kit.store.SharedStore;
import org.springframework.stereotype.Component;

/// The threshold with which a SKU starts in a warehouse.
@Component
public class DefaultThresholds {

  private final SharedStore<CompanyReplica> companies;
  private final InventoryProperties properties;

  DefaultThresholds(SharedStore<CompanyReplica> companies, InventoryProperties properties) {
    this.companies = companies;
    this.properties = properties;
  }

  public long of(String companyId) {
    return companies
        .find(companyId)
        .map(CompanyReplica::lowStockThreshold)
        .orElse(properties.lowStockThreshold());
  }
}
