package io.emporium.auth.account.web;

import io.emporium.auth.account.Account;
import io.emporium.auth.account.AccountStatus;
import io.emporium.kit.security.Role;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An account as its owner and admins see it.
public record UserResponse(
    String id,
    String email,
    @Nullable String fullName,
    @Nullable String phone,
    Role role,
    @Nullable String companyId,
    List<String> shopIds,
    boolean emailVerified,
    AccountStatus status,
    Instant createdAt,
    long version) {

  public static UserResponse from(Account account) {
    return new UserResponse(
        account.id(),
        account.email(),
        account.fullName(),
        account.phone(),
        account.role(),
        account.companyId(),
        account.shopIds(),
        account.emailVerified(),
        account.status(),
        account.createdAt(),
        account.version());
  }
}
