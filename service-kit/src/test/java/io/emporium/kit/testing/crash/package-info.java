/// Halting a service at every boundary of every handler, and comparing how it ends.
@NullMarked
package io.emporium.kit.testing.crash;

import org.jspecify.annotations.NullMarked;
