package io.emporium.payment.company;

import io.emporium.events.Money;
import io.emporium.kit.tenancy.SharedAcrossTenants;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/// What payments need to know of a company.
///
/// @param refundApprovalLimit null when there is none
@Document("company_replicas")
@TypeAlias("company_replica")
@SharedAcrossTenants(reason = "the document is the tenant itself, read by its id")
public record CompanyReplica(@Id String id, @Nullable Money refundApprovalLimit) {}
