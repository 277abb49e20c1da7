/// Stock that runs low.
@NullMarked
package io.emporium.analytics.stock;

import org.jspecify.annotations.NullMarked;
