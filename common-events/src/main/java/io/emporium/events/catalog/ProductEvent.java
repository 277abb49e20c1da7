package io.emporium.events.catalog;

import io.emporium.events.Fact;
import io.emporium.events.PublishedBy;

/// Facts about products; each carries the whole product, so that the newest alone is enough.
@PublishedBy("ecommerce-service")
public sealed interface ProductEvent extends Fact
    permits ProductCreated,
        ProductDeleted,
        ProductPriceChanged,
        ProductPublished,
        ProductUnpublished,
        ProductUpdated {

  ProductSnapshot product();
}
