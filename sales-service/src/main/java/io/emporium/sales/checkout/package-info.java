/// The saga that takes an order from placed to confirmed, as a pure function.
@NullMarked
package io.emporium.sales.checkout;

import org.jspecify.annotations.NullMarked;
