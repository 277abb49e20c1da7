/// The health of the whole fleet.
@NullMarked
package io.emporium.gateway.health;

import org.jspecify.annotations.NullMarked;
