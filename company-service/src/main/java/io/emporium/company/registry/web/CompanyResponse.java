package io.emporium.company.registry.web;

import io.emporium.company.registry.Company;
import io.emporium.company.registry.CompanyStatus;
import io.emporium.events.company.CompanySettings;
import java.time.Instant;

record CompanyResponse(
    String id,
    String name,
    CompanyStatus status,
    CompanySettings settings,
    Instant createdAt,
    long version) {

  static CompanyResponse from(Company company) {
    return new CompanyResponse(
        company.id(),
        company.name(),
        company.status(),
        company.settings(),
        company.createdAt(),
        company.version());
  }
}
