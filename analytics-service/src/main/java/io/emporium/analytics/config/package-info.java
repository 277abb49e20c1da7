/// Wiring of analytics-service.
@NullMarked
package io.emporium.analytics.config;

import org.jspecify.annotations.NullMarked;
