package io.emporium.events.catalog;

import io.emporium.events.Money;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A variant: what is priced, stocked and sold. `options` such as `{"color": "black"}`; weight in
/// grams.
public record VariantSnapshot(
    String sku,
    @Nullable String title,
    Map<String, String> options,
    Money price,
    @Nullable Money compareAtPrice,
    String taxClass,
    @Nullable String barcode,
    @Nullable Long weightGrams) {}
