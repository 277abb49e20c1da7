/// Wiring of ecommerce-service.
@NullMarked
package io.emporium.ecommerce.config;

import org.jspecify.annotations.NullMarked;
