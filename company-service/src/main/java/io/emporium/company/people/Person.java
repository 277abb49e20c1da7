package io.emporium.company.people;

import io.emporium.kit.tenancy.TenantOwned;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/// Somebody of a company; a copy of what auth-service decides. Its news come in parts, each with
/// the version of the account: a part that is older than what is known changes nothing.
///
/// @param email null until the news of the account itself arrive; likewise `role`
/// @param roleVersion of the account that `role` was taken from
/// @param standingVersion of the account that `active` was taken from
@Document("people")
@TypeAlias("person")
@TenantOwned
public record Person(
    @Id String userId,
    String companyId,
    @Nullable String email,
    @Nullable String fullName,
    @Nullable String role,
    boolean active,
    long roleVersion,
    long standingVersion) {

  static Person unknown(String userId, String companyId) {
    return new Person(userId, companyId, null, null, null, true, 0, 0);
  }
}
