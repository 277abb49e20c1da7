/// Refusals and failures of the gateway itself, as problem details.
@NullMarked
package io.emporium.gateway.problem;

import org.jspecify.annotations.NullMarked;
