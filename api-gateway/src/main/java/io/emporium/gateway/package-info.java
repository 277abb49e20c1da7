/// The one door to the fleet.
@NullMarked
package io.emporium.gateway;

import org.jspecify.annotations.NullMarked;
