package io.emporium.ecommerce.catalog.web;

import io.emporium.events.Money;
import io.emporium.events.catalog.VariantSnapshot;
import io.emporium.kit.problem.Refusal;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// @param taxClass `standard` when left out
record VariantRequest(
    @NotNull @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}") String sku,
    @Nullable @Size(max = 120) String title,
    @Nullable @Size(max = 20)
        Map<@Pattern(regexp = "[A-Za-z0-9_-]{1,40}") String, @NotBlank @Size(max = 80) String>
            options,
    @NotNull Money price,
    @Nullable Money compareAtPrice,
    @Nullable @Pattern(regexp = "[a-z0-9_-]{1,40}") String taxClass,
    @Nullable @Size(max = 64) String barcode,
    @Nullable @Min(0) @Max(10_000_000) Long weightGrams) {

  private static final long DEAREST = 1_000_000_000_000L;

  static List<VariantSnapshot> toVariants(List<VariantRequest> requests) {
    List<VariantSnapshot> variants = new ArrayList<>(requests.size());
    for (int i = 0; i < requests.size(); i++) {
      variants.add(requests.get(i).toVariant("/variants/" + i));
    }
    return variants;
  }

  private VariantSnapshot toVariant(String pointer) {
    requirePrice(pointer + "/price", price);
    if (compareAtPrice != null) {
      requirePrice(pointer + "/compareAtPrice", compareAtPrice);
    }
    return new VariantSnapshot(
        sku,
        title,
        Map.copyOf(Objects.requireNonNullElse(options, Map.of())),
        price,
        compareAtPrice,
        Objects.requireNonNullElse(taxClass, "standard"),
        barcode,
        weightGrams);
  }

  private static void requirePrice(String pointer, Money price) {
    // JSON may leave out what the type promises.
    if (Objects.isNull(price.currency())) {
      throw Refusal.invalid(pointer + "/currency", "must not be null");
    }
    if (price.amount() < 0 || price.amount() > DEAREST) {
      throw Refusal.invalid(pointer + "/amount", "must be from 0 to " + DEAREST);
    }
  }
}
