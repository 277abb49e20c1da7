package io.emporium.kit.security;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What a user is. On the wire in lower snake case: `company_admin`.
public enum Role {
  SUPER_ADMIN,
  COMPANY_ADMIN,
  SHOP_MANAGER,
  SHOP_STAFF,
  CUSTOMER;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Role> fromWire(String name) {
    return Stream.of(values()).filter(role -> role.wireName().equals(name)).findFirst();
  }
}
