/// Wiring of shop-service.
@NullMarked
package io.emporium.shop.config;

import org.jspecify.annotations.NullMarked;
