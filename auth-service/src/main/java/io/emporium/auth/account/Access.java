package io.emporium.auth.account;

import io.emporium.kit.problem.Refusal;
import io.emporium.kit.security.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an account may do and where.
///
/// @param companyId of admins, managers and staff; null for super admins and customers
/// @param shopIds of managers and staff; empty for all others
public record Access(Role role, @Nullable String companyId, List<String> shopIds) {

  public Access {
    shopIds = shopIds.stream().distinct().sorted().toList();
    boolean inCompany =
        switch (role) {
          case SUPER_ADMIN, CUSTOMER -> false;
          case COMPANY_ADMIN, SHOP_MANAGER, SHOP_STAFF -> true;
        };
    if (inCompany != (companyId != null)) {
      throw Refusal.rule(
          "role_does_not_fit",
          inCompany ? "This role needs a company" : "This role belongs to no company");
    }
    boolean inShops =
        switch (role) {
          case SUPER_ADMIN, CUSTOMER, COMPANY_ADMIN -> false;
          case SHOP_MANAGER, SHOP_STAFF -> true;
        };
    if (!inShops && !shopIds.isEmpty()) {
      throw Refusal.invalid("/shopIds", "only managers and staff belong to shops");
    }
  }

  static Access customer() {
    return new Access(Role.CUSTOMER, null, List.of());
  }
}
