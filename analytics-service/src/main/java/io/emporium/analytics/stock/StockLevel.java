package io.emporium.analytics.stock;

import io.emporium.kit.tenancy.TenantOwned;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/// What is available of a SKU in a warehouse, as last heard.
///
/// @param figuresVersion version of the stock item that `available` is from
/// @param threshold as of the last time that stock fell to it; null when it never did
/// @param thresholdVersion version of the stock item that `threshold` is from
@Document(StockLevel.COLLECTION)
@TypeAlias("stock_level")
@TenantOwned
public record StockLevel(
    @Id String id,
    String companyId,
    String sku,
    String warehouseId,
    long available,
    long figuresVersion,
    @Nullable Long threshold,
    long thresholdVersion) {

  public static final String COLLECTION = "stock_levels";

  static String idOf(String warehouseId, String sku) {
    return warehouseId + ":" + sku;
  }
}
