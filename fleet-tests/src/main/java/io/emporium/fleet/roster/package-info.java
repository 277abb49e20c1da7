@NullMarked
package io.emporium.fleet.roster;

import org.jspecify.annotations.NullMarked;
