/// Catalogue, search, carts, wishlists and customer profiles.
@NullMarked
package io.emporium.ecommerce;

import org.jspecify.annotations.NullMarked;
