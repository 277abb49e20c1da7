/// Money that nobody asked for, or that nobody may keep.
@NullMarked
package io.emporium.payment.orphan;

import org.jspecify.annotations.NullMarked;
