package io.emporium.ecommerce.category.web;

import io.emporium.ecommerce.category.Category;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// @param companyId null where every company may use it
record CategoryResponse(
    String id,
    @Nullable String companyId,
    String name,
    String slug,
    @Nullable String parentId,
    List<String> path) {

  static CategoryResponse from(Category category) {
    return new CategoryResponse(
        category.id(),
        category.ownerId().equals(Category.EVERYBODY) ? null : category.ownerId(),
        category.name(),
        category.slug(),
        category.parentId(),
        category.path());
  }
}
