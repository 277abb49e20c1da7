/// Consuming: topology, listeners, retries and parking.
@NullMarked
package io.emporium.kit.messaging;

import org.jspecify.annotations.NullMarked;
