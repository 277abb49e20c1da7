/// Wiring of sales-service.
@NullMarked
package io.emporium.sales.config;

import org.jspecify.annotations.NullMarked;
