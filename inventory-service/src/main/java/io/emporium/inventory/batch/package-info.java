/// Many stock operations at once, row by row.
@NullMarked
package io.emporium.inventory.batch;

import org.jspecify.annotations.NullMarked;
