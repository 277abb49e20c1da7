package io.emporium.inventory.replica;

import io.emporium.kit.tenancy.TenantOwned;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/// Which SKUs a product of the catalogue has, and whether the public may know of it.
///
/// @param skus of all its variants; none when it was deleted
/// @param published null where an older version has stored it, which is as good as false
@Document("product_replicas")
@TypeAlias("product_replica")
@TenantOwned
public record ProductReplica(
    @Id String id, String companyId, String name, List<String> skus, @Nullable Boolean published) {}
