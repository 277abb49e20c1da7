package io.emporium.auth.standing;

import io.emporium.kit.tenancy.SharedAcrossTenants;
import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/// What sign-in needs to know of a company. One that was never suspended has none.
///
/// @param open whether its people may sign in
/// @param sessionsFrom sessions that began before are over
@Document("company_standings")
@TypeAlias("company-standing")
@SharedAcrossTenants(reason = "asked at sign-in, before anybody is known to belong to a company")
public record CompanyStanding(@Id String companyId, boolean open, Instant sessionsFrom) {}
