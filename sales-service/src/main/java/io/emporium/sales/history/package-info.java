/// What happened to an order, over all features.
@NullMarked
package io.emporium.sales.history;

import org.jspecify.annotations.NullMarked;
