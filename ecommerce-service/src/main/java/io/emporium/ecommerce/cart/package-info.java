/// Carts of customers and guests, and checking them out.
@NullMarked
package io.emporium.ecommerce.cart;

import org.jspecify.annotations.NullMarked;
