/// Stock per SKU and warehouse, its movements, and what is held for orders.
@NullMarked
package io.emporium.inventory;

import org.jspecify.annotations.NullMarked;
