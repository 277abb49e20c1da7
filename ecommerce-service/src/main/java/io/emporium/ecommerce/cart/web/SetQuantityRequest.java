package io.emporium.ecommerce.cart.web;

import io.emporium.ecommerce.cart.Cart;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

record SetQuantityRequest(@Min(1) @Max(Cart.MOST_OF_ONE) int quantity) {}
