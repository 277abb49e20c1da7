/// What customers want to remember; small enough for one package.
@NullMarked
package io.emporium.ecommerce.wishlist;

import org.jspecify.annotations.NullMarked;
