/// Which instalments were not paid in time.
@NullMarked
package io.emporium.debt.overdue;

import org.jspecify.annotations.NullMarked;
