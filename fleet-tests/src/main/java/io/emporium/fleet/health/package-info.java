@NullMarked
package io.emporium.fleet.health;

import org.jspecify.annotations.NullMarked;
