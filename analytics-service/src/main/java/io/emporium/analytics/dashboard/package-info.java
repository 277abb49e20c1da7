/// Figures worked out from facts.
@NullMarked
package io.emporium.analytics.dashboard;

import org.jspecify.annotations.NullMarked;
