/// Carts over HTTP.
@NullMarked
package io.emporium.ecommerce.cart.web;

import org.jspecify.annotations.NullMarked;
