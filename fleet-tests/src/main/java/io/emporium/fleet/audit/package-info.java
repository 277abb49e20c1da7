/// Compares what the services say about the same stock and the same money.
@NullMarked
package io.emporium.fleet.audit;

import org.jspecify.annotations.NullMarked;
