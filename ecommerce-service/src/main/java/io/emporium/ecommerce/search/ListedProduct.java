package io.emporium.ecommerce.search;

import io.emporium.ecommerce.stock.Availability;
import io.emporium.events.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A published product as buyers see it, in lists and alone.
///
/// @param categoryPath from the root to its category
/// @param price of the cheapest variant
/// @param availability of the variant that is best available
public record ListedProduct(
    String id,
    String shopId,
    String companyId,
    String name,
    String slug,
    @Nullable String brand,
    @Nullable String description,
    @Nullable String categoryId,
    List<String> categoryPath,
    Map<String, String> attributes,
    List<String> mediaUrls,
    Money price,
    List<ListedVariant> variants,
    Availability availability,
    Instant publishedAt) {

  public Optional<ListedVariant> variant(String sku) {
    return variants.stream().filter(variant -> variant.sku().equals(sku)).findFirst();
  }

  ListedProduct withAvailability(Function<String, Availability> bySku) {
    List<ListedVariant> current =
        variants.stream().map(variant -> variant.with(bySku.apply(variant.sku()))).toList();
    return new ListedProduct(
        id,
        shopId,
        companyId,
        name,
        slug,
        brand,
        description,
        categoryId,
        categoryPath,
        attributes,
        mediaUrls,
        price,
        current,
        Availability.best(current.stream().map(ListedVariant::availability)),
        publishedAt);
  }
}
