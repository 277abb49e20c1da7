package io.emporium.shop.colleagues;

import io.emporium.kit.tenancy.TenantOwned;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/// Somebody of a company; a copy of what auth-service decides. Its news come in parts, each with
/// the version of the account: a part that is older than what is known changes nothing.
///
/// @param role null until it is heard of
/// @param shopIds where a manager or somebody of the staff works
/// @param accessVersion of the account that role and shops were taken from
/// @param standingVersion of the account that `active` was taken from
@Document("colleagues")
@TypeAlias("colleague")
@TenantOwned
public record Colleague(
    @Id String userId,
    String companyId,
    @Nullable String role,
    List<String> shopIds,
    boolean active,
    long accessVersion,
    long standingVersion) {

  static Colleague unknown(String userId, String companyId) {
    return new Colleague(userId, companyId, null, List.of(), true, 0, 0);
  }
}
