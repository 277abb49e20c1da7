/// Messages that no repetition mended, and how an operator has them handled again.
@NullMarked
package io.emporium.fleet.parking;

import org.jspecify.annotations.NullMarked;
