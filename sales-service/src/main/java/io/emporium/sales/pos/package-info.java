/// The till.
@NullMarked
package io.emporium.sales.pos;

import org.jspecify.annotations.NullMarked;
