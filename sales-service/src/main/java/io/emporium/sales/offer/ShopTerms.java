package io.emporium.sales.offer;

import io.emporium.events.shop.ShopSnapshot;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.tenancy.SharedAcrossTenants;
import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/// What an order needs to know of a shop.
@Document("shops")
@TypeAlias("shop_terms")
@SharedAcrossTenants(reason = "Whether a shop is open is public, and any customer may order there")
public record ShopTerms(
    @Id String shopId,
    String companyId,
    String name,
    String status,
    List<String> fulfilmentMethods) {

  static ShopTerms of(ShopSnapshot shop) {
    return new ShopTerms(
        shop.shopId(), shop.companyId(), shop.name(), shop.status(), shop.fulfilmentMethods());
  }

  public boolean open() {
    return status.equals("open");
  }

  /// @throws Refusal conflict, while shop or company takes no orders
  public void requireSelling(CompanyTerms company) {
    if (!open() || !company.active()) {
      throw Refusal.conflict("shop_not_selling", "The shop takes no orders at present");
    }
  }

  /// A shop that names no methods offers them all.
  public boolean offers(String fulfilmentMethod) {
    return fulfilmentMethods.isEmpty() || fulfilmentMethods.contains(fulfilmentMethod);
  }
}
