/// Publishing: the relay that carries what aggregates recorded to the broker.
@NullMarked
package io.emporium.kit.outbox;

import org.jspecify.annotations.NullMarked;
