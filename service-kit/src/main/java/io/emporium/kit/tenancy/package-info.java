/// Whose data a query may touch.
@NullMarked
package io.emporium.kit.tenancy;

import org.jspecify.annotations.NullMarked;
