package io.emporium.websocket.topic;

import io.emporium.kit.security.Caller;
import org.jspecify.annotations.Nullable;

/// Whose business a message is. Asked at each subscription, and again for each message that leaves.
///
/// @param companyId null for what belongs to no company
/// @param shopId null for what concerns the whole company
/// @param customerId the person it is about; null for what is no customer's business
public record Audience(
    @Nullable String companyId, @Nullable String shopId, @Nullable String customerId) {

  /// For message headers that stay in this process.
  public static final String HEADER = "emporium-audience";

  /// One person, whatever the role.
  public static Audience user(String userId) {
    return new Audience(null, null, userId);
  }

  public boolean permits(Caller caller) {
    if (caller.userId().equals(customerId)) {
      return true;
    }
    return switch (caller.role()) {
      case SUPER_ADMIN -> true;
      case COMPANY_ADMIN -> ownCompany(caller);
      case SHOP_MANAGER, SHOP_STAFF ->
          ownCompany(caller) && (shopId == null || caller.shopIds().contains(shopId));
      case CUSTOMER -> false;
    };
  }

  /// The same without the customer: for what only the shop's people see.
  public Audience staff() {
    return new Audience(companyId, shopId, null);
  }

  private boolean ownCompany(Caller caller) {
    return companyId != null && companyId.equals(caller.companyId());
  }
}
