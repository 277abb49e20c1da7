package io.emporium.ecommerce.category;

import io.emporium.kit.tenancy.SharedAcrossTenants;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/// A node of the tree by which buyers browse. It stays where it was put.
///
/// @param ownerId the company whose products it holds, or [#EVERYBODY]
/// @param path from the root to this one, this one included
@Document("categories")
@TypeAlias("category")
@SharedAcrossTenants(reason = "buyers browse the categories of all companies")
public record Category(
    @Id String id,
    String ownerId,
    String name,
    String slug,
    @Nullable String parentId,
    List<String> path,
    Instant createdAt) {

  /// Owner of the categories that every company may use.
  public static final String EVERYBODY = "everybody";

  public boolean isFor(String companyId) {
    return ownerId.equals(EVERYBODY) || ownerId.equals(companyId);
  }
}
