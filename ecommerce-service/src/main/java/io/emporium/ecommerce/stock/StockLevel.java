package io.emporium.ecommerce.stock;

import io.emporium.kit.tenancy.TenantOwned;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/// A SKU in a warehouse, as last heard. Available and threshold are told by different messages, so
/// each has its own version.
///
/// @param changedAt when it was stored; null in memory, and where that was not noted yet
@Document("stock_levels")
@TypeAlias("stock_level")
@TenantOwned
public record StockLevel(
    @Id String id,
    String companyId,
    String sku,
    String warehouseId,
    long available,
    long availableVersion,
    @Nullable Long threshold,
    long thresholdVersion,
    @Nullable Instant changedAt) {

  static StockLevel first(StockNews news, @Nullable Instant changedAt) {
    return new StockLevel(
        idOf(news),
        news.companyId(),
        news.sku(),
        news.warehouseId(),
        news.available(),
        news.version(),
        news.threshold(),
        news.threshold() == null ? 0 : news.version(),
        changedAt);
  }

  static String idOf(StockNews news) {
    return news.companyId() + "/" + news.sku() + "/" + news.warehouseId();
  }

  /// This, or what it becomes with news that are newer.
  StockLevel with(StockNews news) {
    boolean newer = news.version() > availableVersion;
    boolean tellsThreshold = news.threshold() != null && news.version() > thresholdVersion;
    if (!newer && !tellsThreshold) {
      return this;
    }
    return new StockLevel(
        id,
        companyId,
        sku,
        warehouseId,
        newer ? news.available() : available,
        newer ? news.version() : availableVersion,
        tellsThreshold ? news.threshold() : threshold,
        tellsThreshold ? news.version() : thresholdVersion,
        changedAt);
  }

  Availability availability(long otherwiseLow) {
    return Availability.of(available, threshold == null ? otherwiseLow : threshold);
  }
}
