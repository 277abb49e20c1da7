package io.emporium.events.company;

import io.emporium.events.Contract;
import java.time.Instant;

/// No new orders and no sign-in of its people from `notBefore`; running fulfilment and refunds go
/// on.
@Contract("company.suspended")
public record CompanySuspended(CompanySnapshot company, String reason, Instant notBefore)
    implements CompanyEvent {}
