package io.emporium.ecommerce.catalog.web;

import io.emporium.ecommerce.catalog.ChangeProduct;
import io.emporium.ecommerce.catalog.Product;
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

/// What is left out stays as it is; `variants`, when given, are all there shall be.
record PatchProductRequest(
    @Nullable @Pattern(regexp = ".*\\S.*") @Size(max = 200) String name,
    @Nullable @Size(max = 10_000) String description,
    @Nullable @Size(max = 80) String brand,
    @Nullable @Size(max = 64) String categoryId,
    @Nullable @Size(max = 50)
        Map<@Pattern(regexp = "[A-Za-z0-9_-]{1,40}") String, @NotBlank @Size(max = 200) String>
            attributes,
    @Nullable @Size(max = 20)
        List<@NotNull @Pattern(regexp = "https?://\\S+") @Size(max = 500) String> mediaUrls,
    @Nullable @Size(min = 1, max = 100) List<@Valid @NotNull VariantRequest> variants) {

  ChangeProduct.Target over(Product product) {
    ProductDetails old = product.details();
    return new ChangeProduct.Target(
        new ProductDetails(
            name == null ? old.name() : name.strip(),
            description == null ? old.description() : description,
            brand == null ? old.brand() : brand,
            categoryId == null ? old.categoryId() : categoryId,
            Objects.requireNonNullElse(attributes, old.attributes()),
            Objects.requireNonNullElse(mediaUrls, old.mediaUrls())),
        variants == null ? product.variants() : VariantRequest.toVariants(variants));
  }
}
