package io.emporium.ecommerce.catalog;

import io.emporium.events.Money;
import io.emporium.events.catalog.VariantSnapshot;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Tells a change of prices from every other change of variants.
final class VariantPrices {

  private VariantPrices() {}

  /// Whether a variant that stays has another price.
  static boolean differ(List<VariantSnapshot> before, List<VariantSnapshot> after) {
    Map<String, Money> old =
        before.stream().collect(Collectors.toMap(VariantSnapshot::sku, VariantSnapshot::price));
    return after.stream()
        .anyMatch(
            variant -> !old.getOrDefault(variant.sku(), variant.price()).equals(variant.price()));
  }

  static boolean moreThanPricesDiffer(List<VariantSnapshot> before, List<VariantSnapshot> after) {
    return !withoutPrices(before).equals(withoutPrices(after));
  }

  private static List<VariantSnapshot> withoutPrices(List<VariantSnapshot> variants) {
    return variants.stream().map(VariantPrices::withoutPrice).toList();
  }

  private static VariantSnapshot withoutPrice(VariantSnapshot variant) {
    return new VariantSnapshot(
        variant.sku(),
        variant.title(),
        variant.options(),
        Money.zero(variant.price().currency()),
        variant.compareAtPrice(),
        variant.taxClass(),
        variant.barcode(),
        variant.weightGrams());
  }
}
