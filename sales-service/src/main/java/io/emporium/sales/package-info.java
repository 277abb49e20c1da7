/// Orders and the checkout saga.
@NullMarked
package io.emporium.sales;

import org.jspecify.annotations.NullMarked;
