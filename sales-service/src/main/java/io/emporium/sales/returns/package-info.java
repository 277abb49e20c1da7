/// Returns: asked for, approved, received, refunded.
@NullMarked
package io.emporium.sales.returns;

import org.jspecify.annotations.NullMarked;
