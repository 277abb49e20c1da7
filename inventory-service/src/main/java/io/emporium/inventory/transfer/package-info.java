/// Transfers between warehouses of a company.
@NullMarked
package io.emporium.inventory.transfer;

import org.jspecify.annotations.NullMarked;
