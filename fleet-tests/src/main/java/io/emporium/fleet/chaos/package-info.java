/// Orders under fire: processes die at seeded moments, and afterwards nothing is lost or wrong.
@NullMarked
package io.emporium.fleet.chaos;

import org.jspecify.annotations.NullMarked;
