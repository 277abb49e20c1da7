/// Places where stock lies.
@NullMarked
package io.emporium.inventory.warehouse;

import org.jspecify.annotations.NullMarked;
