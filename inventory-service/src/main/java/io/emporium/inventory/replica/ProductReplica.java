package io.emporium.inventory.replica;

import io.emporium.kit.tenancy.TenantOwned;
import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/// Which SKUs a product of the catalogue has.
///
/// @param skus of all its variants; none when it was deleted
@Document("product_replicas")
@TypeAlias("product_replica")
@TenantOwned
public record ProductReplica(@Id String id, String companyId, String name, List<String> skus) {}
