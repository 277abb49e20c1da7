package io.emporium.ecommerce.market;

import io.emporium.events.shop.ShopSnapshot;
import io.emporium.kit.tenancy.SharedAcrossTenants;
import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/// A shop as the catalogue needs to know it.
///
/// @param sourceVersion of the shop that this was taken from
@Document("selling_shops")
@TypeAlias("selling_shop")
@SharedAcrossTenants(reason = "buyers of every company see which shops sell")
public record SellingShop(
    @Id String id,
    String companyId,
    String name,
    boolean open,
    List<String> fulfilmentMethods,
    long sourceVersion) {

  public static SellingShop from(ShopSnapshot shop, long version) {
    return new SellingShop(
        shop.shopId(),
        shop.companyId(),
        shop.name(),
        shop.status().equals("open"),
        shop.fulfilmentMethods(),
        version);
  }

  /// A shop that states no methods offers all.
  public boolean offers(String fulfilment) {
    return fulfilmentMethods.isEmpty() || fulfilmentMethods.contains(fulfilment);
  }
}
