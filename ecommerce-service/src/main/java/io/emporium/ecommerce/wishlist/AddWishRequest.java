package io.emporium.ecommerce.wishlist;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

record AddWishRequest(@NotBlank @Size(max = 64) String productId) {}
