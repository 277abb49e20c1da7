package io.emporium.ecommerce.catalog;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What may be said about a product.
public record ProductDetails(
    String name,
    @Nullable String description,
    @Nullable String brand,
    @Nullable String categoryId,
    Map<String, String> attributes,
    List<String> mediaUrls) {

  public ProductDetails {
    attributes = Map.copyOf(attributes);
    mediaUrls = List.copyOf(mediaUrls);
  }
}
