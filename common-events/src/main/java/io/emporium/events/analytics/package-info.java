/// Commands to analytics-service.
@NullMarked
package io.emporium.events.analytics;

import org.jspecify.annotations.NullMarked;
