/// News of stock.
@NullMarked
package io.emporium.ecommerce.stock.messaging;

import org.jspecify.annotations.NullMarked;
