/// Sales figures, low stock and dashboards, made from events.
@NullMarked
package io.emporium.analytics;

import org.jspecify.annotations.NullMarked;
