/// Whether a SKU can be bought; a replica of what inventory-service knows.
@NullMarked
package io.emporium.ecommerce.stock;

import org.jspecify.annotations.NullMarked;
