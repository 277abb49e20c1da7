package io.emporium.inventory.replica;

import io.emporium.kit.tenancy.SharedAcrossTenants;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/// What stock needs to know of a company.
///
/// @param transfersNeedApproval null where an older version has stored it, which is as good as true
@Document("company_replicas")
@TypeAlias("company_replica")
@SharedAcrossTenants(reason = "the document is the tenant itself, read by its id")
public record CompanyReplica(
    @Id String id, long lowStockThreshold, @Nullable Boolean transfersNeedApproval) {}
