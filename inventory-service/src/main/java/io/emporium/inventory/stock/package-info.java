/// Figures of a SKU in a warehouse, and the one way to change them.
@NullMarked
package io.emporium.inventory.stock;

import org.jspecify.annotations.NullMarked;
