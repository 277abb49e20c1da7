package io.emporium.company.registry.web;

import io.emporium.company.registry.Company;
import io.emporium.company.registry.CompanyStatus;
import io.emporium.company.registry.Suspension;
import io.emporium.events.company.CompanySettings;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// @param fixedSince since when currency and time zone cannot be changed any more
/// @param suspension of a company that is suspended, or was when it was closed
record CompanyResponse(
    String id,
    String name,
    CompanyStatus status,
    CompanySettings settings,
    Instant createdAt,
    @Nullable Instant fixedSince,
    @Nullable Suspension suspension,
    @Nullable Instant closedAt,
    long version) {

  static CompanyResponse from(Company company) {
    return new CompanyResponse(
        company.id(),
        company.name(),
        company.status(),
        company.settings(),
        company.createdAt(),
        company.booksOpenedAt().orElse(null),
        company.suspension().orElse(null),
        company.closedAt().orElse(null),
        company.version());
  }
}
