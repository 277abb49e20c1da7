/// Facts about orders, one document each.
@NullMarked
package io.emporium.analytics.sales;

import org.jspecify.annotations.NullMarked;
