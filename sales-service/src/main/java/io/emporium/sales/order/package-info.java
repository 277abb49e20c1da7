/// Orders: placing, cancelling, shipping.
@NullMarked
package io.emporium.sales.order;

import org.jspecify.annotations.NullMarked;
