package io.emporium.events.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A product as others need to know it. `status` is `draft`, `published` or `deleted`.
public record ProductSnapshot(
    String productId,
    String companyId,
    String shopId,
    String name,
    String slug,
    @Nullable String brand,
    @Nullable String categoryId,
    String status,
    List<VariantSnapshot> variants) {}
