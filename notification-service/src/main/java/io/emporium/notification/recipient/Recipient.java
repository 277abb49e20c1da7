package io.emporium.notification.recipient;

import io.emporium.kit.tenancy.SharedAcrossTenants;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/// An account as far as it can be told something; auth-service owns it. Its news come in parts,
/// each with the version of the account: a part that is older than what is known changes nothing.
///
/// @param email null until it is heard of; likewise `role`
/// @param role wire name, `company_admin`
/// @param companyId null for customers and super admins
/// @param active false while the account is disabled
@Document("recipients")
@TypeAlias("recipient")
@SharedAcrossTenants(reason = "accounts: customers belong to no company")
public record Recipient(
    @Id String id,
    @Nullable String email,
    @Nullable String role,
    @Nullable String companyId,
    List<String> shopIds,
    boolean active) {

  static Recipient unknown(String id) {
    return new Recipient(id, null, null, null, List.of(), true);
  }

  public boolean isCompanyAdmin() {
    return "company_admin".equals(role);
  }

  /// Whether alerts of the shop are this person's business.
  ///
  /// @param shopId null for what concerns the whole company
  boolean answersFor(@Nullable String shopId) {
    return switch (role) {
      case "company_admin" -> true;
      case "shop_manager" -> shopId == null || shopIds.contains(shopId);
      case null, default -> false;
    };
  }
}
