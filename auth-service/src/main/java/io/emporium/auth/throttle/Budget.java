package io.emporium.auth.throttle;

import io.emporium.kit.tenancy.SharedAcrossTenants;
import java.time.Instant;
import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/// What was tried under one key lately: as many as the limit allows, oldest first.
///
/// @param id digest of what the budget is for
@Document("budgets")
@TypeAlias("budget")
@SharedAcrossTenants(reason = "asked at sign-in, before anybody is known to belong to a company")
public record Budget(@Id String id, List<Taken> taken, Instant lastAt) {

  /// One attempt.
  ///
  /// @param by whose it is, so that it can be given back
  record Taken(String by, Instant at) {}
}
