package io.emporium.shop.trade;

import io.emporium.kit.tenancy.TenantOwned;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/// Something that a shop has begun and not necessarily ended. What has ended never opens again, so
/// an end that arrives before its beginning is kept as well.
///
/// @param shopId null for a transfer, which is between warehouses, and for what ended unseen
/// @param warehouseIds of a transfer: from where and to where
/// @param served who sells from there; null when not told
/// @param changedAt when it began or ended
@Document("commitments")
@TypeAlias("commitment")
@TenantOwned(shop = "shopId")
public record Commitment(
    @Id String id,
    String companyId,
    Kind kind,
    @Nullable String shopId,
    List<String> warehouseIds,
    @Nullable List<ServedShops> served,
    boolean open,
    Instant changedAt) {

  /// What it is.
  public enum Kind {
    ORDER,
    RESERVATION,
    TRANSFER
  }

  /// The only shops that sell from one end of a transfer; empty when all of the company do.
  public record ServedShops(List<String> shopIds) {

    public ServedShops {
      shopIds = List.copyOf(shopIds);
    }
  }

  static String idOf(Kind kind, String subject) {
    return kind.name() + "/" + subject;
  }
}
