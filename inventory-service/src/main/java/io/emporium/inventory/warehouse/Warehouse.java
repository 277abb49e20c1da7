package io.emporium.inventory.warehouse;

import io.emporium.kit.store.AggregateRoot;
import io.emporium.kit.store.Outcome;
import io.emporium.kit.tenancy.TenantOwned;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/// A place of a company where stock lies.
@Document("warehouses")
@TypeAlias("warehouse")
@TenantOwned
public final class Warehouse extends AggregateRoot {

  /// What can be said about a warehouse.
  ///
  /// @param shopIds the only shops that it serves; empty when it serves all of the company
  public record Details(String name, String code, List<String> shopIds, @Nullable String address) {
    public Details {
      shopIds = List.copyOf(shopIds);
    }
  }

  private String name;
  private String code;
  private List<String> shopIds;
  private @Nullable String address;

  @PersistenceCreator
  @SuppressWarnings("NullAway.Init") // the store fills the fields
  private Warehouse() {}

  private Warehouse(String id, String companyId, Details details) {
    super(id, companyId);
    this.name = details.name();
    this.code = details.code();
    this.shopIds = details.shopIds();
    this.address = details.address();
  }

  public static Warehouse open(String id, String companyId, Details details) {
    return new Warehouse(id, companyId, details);
  }

  public Outcome describe(Details details) {
    if (details.equals(details())) {
      return Outcome.ALREADY;
    }
    name = details.name();
    code = details.code();
    shopIds = details.shopIds();
    address = details.address();
    return Outcome.APPLIED;
  }

  /// Whether it serves one of the shops.
  public boolean serves(Set<String> shops) {
    return shopIds.isEmpty() || shopIds.stream().anyMatch(shops::contains);
  }

  public Details details() {
    return new Details(name, code, shopIds, address);
  }

  public String name() {
    return name;
  }

  public String owner() {
    return Objects.requireNonNull(companyId());
  }
}
