@NullMarked
package io.emporium.fleet.parking;

import org.jspecify.annotations.NullMarked;
