/// Events of products.
@NullMarked
package io.emporium.inventory.stock.messaging;

import org.jspecify.annotations.NullMarked;
