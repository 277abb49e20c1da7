@NullMarked
package io.emporium.fleet.chaos;

import org.jspecify.annotations.NullMarked;
