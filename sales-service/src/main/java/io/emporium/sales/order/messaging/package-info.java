/// Answers of stock and payment, and carts that were checked out.
@NullMarked
package io.emporium.sales.order.messaging;

import org.jspecify.annotations.NullMarked;
