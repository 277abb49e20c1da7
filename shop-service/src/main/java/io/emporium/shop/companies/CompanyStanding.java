package io.emporium.shop.companies;

import io.emporium.kit.tenancy.SharedAcrossTenants;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/// Whether a company may sell; a replica of what company-service decides.
@Document("company_standings")
@TypeAlias("company_standing")
@SharedAcrossTenants(
    reason = "the public directory leaves out shops of companies that may not sell")
public record CompanyStanding(@Id String companyId, boolean active) {}
