package io.emporium.ecommerce.cart.web;

import io.emporium.ecommerce.cart.Cart;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// @param sku may be left out when the product has one variant
record AddItemRequest(
    @NotBlank @Size(max = 64) String productId,
    @Nullable @Size(max = 64) String sku,
    @Min(1) @Max(Cart.MOST_OF_ONE) int quantity) {}
