package io.emporium.debt.calendar;

import io.emporium.kit.tenancy.SharedAcrossTenants;
import java.time.ZoneId;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/// Where the days of a company begin; a copy of what company-service owns.
///
/// @param id of the company
@Document("company_zones")
@TypeAlias("company_zone")
@SharedAcrossTenants(reason = "one row per company, read by the company's id and by nothing else")
public record CompanyZone(@Id String id, ZoneId zone) {}
