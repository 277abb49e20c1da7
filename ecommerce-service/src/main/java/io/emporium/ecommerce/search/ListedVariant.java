package io.emporium.ecommerce.search;

import io.emporium.ecommerce.stock.Availability;
import io.emporium.events.Money;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A variant as buyers see it.
public record ListedVariant(
    String sku,
    @Nullable String title,
    Map<String, String> options,
    Money price,
    @Nullable Money compareAtPrice,
    Availability availability) {

  ListedVariant with(Availability current) {
    return new ListedVariant(sku, title, options, price, compareAtPrice, current);
  }
}
