/// The thirteen real processes, looked at from outside.
@NullMarked
package io.emporium.fleet.it;

import org.jspecify.annotations.NullMarked;
