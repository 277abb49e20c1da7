package io.emporium.inventory.replica;

import io.emporium.kit.tenancy.SharedAcrossTenants;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/// What stock needs to know of a company.
@Document("company_replicas")
@TypeAlias("company_replica")
@SharedAcrossTenants(reason = "the document is the tenant itself, read by its id")
public record CompanyReplica(@Id String id, long lowStockThreshold) {}
