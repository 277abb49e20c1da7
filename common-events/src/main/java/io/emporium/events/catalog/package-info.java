/// Facts about products and carts, published by ecommerce-service.
@NullMarked
package io.emporium.events.catalog;

import org.jspecify.annotations.NullMarked;
