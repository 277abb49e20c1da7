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
    boolean open,
    Instant changedAt) {

  /// What it is.
  public enum Kind {
    ORDER,
    RESERVATION,
    TRANSFER
  }

  static String idOf(Kind kind, String subject) {
    return kind.name() + "/" + subject;
  }
}
