/// Which service answers what, and what happens when it does not.
@NullMarked
package io.emporium.gateway.routing;

import org.jspecify.annotations.NullMarked;
