/// Wiring of debt-service.
@NullMarked
package io.emporium.debt.config;

import org.jspecify.annotations.NullMarked;
