package io.emporium.inventory.replica;

import io.emporium.kit.tenancy.SharedAcrossTenants;
import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/// What stock needs to know of a shop.
///
/// @param warehousePriority warehouse ids, best first
@Document("shop_replicas")
@TypeAlias("shop_replica")
@SharedAcrossTenants(reason = "read by the id an order names, then compared with its company")
public record ShopReplica(@Id String id, String companyId, List<String> warehousePriority) {}
