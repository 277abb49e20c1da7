package io.emporium.notification.recipient;

import io.emporium.kit.tenancy.SharedAcrossTenants;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/// An account as far as it can be told something; auth-service owns it.
///
/// @param role wire name, `company_admin`
/// @param companyId null for customers and super admins
/// @param active false while the account is disabled
@Document("recipients")
@TypeAlias("recipient")
@SharedAcrossTenants(reason = "accounts: customers belong to no company")
public record Recipient(
    @Id String id,
    String email,
    String role,
    @Nullable String companyId,
    List<String> shopIds,
    boolean active) {

  public Recipient withRole(
      String newRole, @Nullable String newCompanyId, List<String> newShopIds) {
    return new Recipient(id, email, newRole, newCompanyId, newShopIds, active);
  }

  public Recipient withEmail(String newEmail) {
    return new Recipient(id, newEmail, role, companyId, shopIds, active);
  }

  public Recipient activated(boolean nowActive) {
    return new Recipient(id, email, role, companyId, shopIds, nowActive);
  }

  /// Whether alerts of the shop are this person's business.
  ///
  /// @param shopId null for what concerns the whole company
  boolean answersFor(@Nullable String shopId) {
    return switch (role) {
      case "company_admin" -> true;
      case "shop_manager" -> shopId == null || shopIds.contains(shopId);
      default -> false;
    };
  }
}
