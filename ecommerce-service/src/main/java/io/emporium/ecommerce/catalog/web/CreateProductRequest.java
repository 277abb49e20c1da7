package io.emporium.ecommerce.catalog.web;

import io.emporium.ecommerce.catalog.CreateProduct;
import io.emporium.ecommerce.catalog.ProductDetails;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// @param slug taken from the name when left out
record CreateProductRequest(
    @NotBlank @Size(max = 64) String shopId,
    @NotBlank @Size(max = 200) String name,
    @Nullable @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*") @Size(max = 60) String slug,
    @Nullable @Size(max = 10_000) String description,
    @Nullable @Size(max = 80) String brand,
    @Nullable @Size(max = 64) String categoryId,
    @Nullable @Size(max = 50)
        Map<@Pattern(regexp = "[A-Za-z0-9_-]{1,40}") String, @NotBlank @Size(max = 200) String>
            attributes,
    @Nullable @Size(max = 20)
        List<@NotNull @Pattern(regexp = "https?://\\S+") @Size(max = 500) String> mediaUrls,
    @NotNull @Size(min = 1, max = 100) List<@Valid @NotNull VariantRequest> variants) {

  CreateProduct.Command toCommand() {
    return new CreateProduct.Command(
        shopId,
        slug,
        new ProductDetails(
            name.strip(),
            description,
            brand,
            categoryId,
            Objects.requireNonNullElse(attributes, Map.of()),
            Objects.requireNonNullElse(mediaUrls, List.of())),
        VariantRequest.toVariants(variants));
  }
}
