/// Facts about shops, published by shop-service.
@NullMarked
package io.emporium.events.shop;

import org.jspecify.annotations.NullMarked;
