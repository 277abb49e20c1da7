package io.emporium.kit.security;

import io.emporium.kit.problem.Refusal;
import io.emporium.kit.tenancy.Scope;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who is calling, from the verified token and from nowhere else. A controller method takes it as a
/// parameter.
///
/// @param companyId of admins, managers and staff; null for super admins and customers
/// @param shopIds of managers and staff
/// @param issuedAt when the token was issued, to the millisecond where the issuer says
/// @param sessionId of the session that the token belongs to; null where the issuer does not say
public record Caller(
    String userId,
    String email,
    Role role,
    @Nullable String companyId,
    Set<String> shopIds,
    Instant issuedAt,
    @Nullable String sessionId) {

  public Caller(
      String userId,
      String email,
      Role role,
      @Nullable String companyId,
      Set<String> shopIds,
      Instant issuedAt) {
    this(userId, email, role, companyId, shopIds, issuedAt, null);
  }

  public Caller {
    shopIds = Set.copyOf(shopIds);
  }

  /// Whose data this caller may touch.
  public Scope scope() {
    return switch (role) {
      case SUPER_ADMIN -> new Scope.Platform();
      case COMPANY_ADMIN -> new Scope.OfCompany(requireCompany());
      case SHOP_MANAGER, SHOP_STAFF -> new Scope.OfShops(requireCompany(), shopIds);
      case CUSTOMER -> new Scope.OfCustomer(userId);
    };
  }

  /// The whole company of a company's person, for data that is not divided by shop.
  public Scope companyScope() {
    return role == Role.SUPER_ADMIN ? new Scope.Platform() : new Scope.OfCompany(requireCompany());
  }

  /// @throws Refusal forbidden, for those who belong to no company
  public String requireCompany() {
    if (companyId == null) {
      throw Refusal.forbidden("no_company", "This needs somebody who belongs to a company");
    }
    return companyId;
  }

  /// Whether data of this shop of the own company may be touched.
  public boolean mayActFor(String shopId) {
    return switch (role) {
      case SUPER_ADMIN, COMPANY_ADMIN -> true;
      case SHOP_MANAGER, SHOP_STAFF -> shopIds.contains(shopId);
      case CUSTOMER -> false;
    };
  }
}
