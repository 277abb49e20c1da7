package io.emporium.events.user;

import io.emporium.events.Contract;
import java.time.Instant;

/// Every access token of the company's people issued before `notBefore` is void. Said by
/// auth-service once it signs in nobody of the company any more, so that no token slips through
/// between the company's own news and that moment.
@Contract("user.company_sessions_revoked")
public record CompanySessionsRevoked(String companyId, Instant notBefore, String reason)
    implements UserEvent {}
