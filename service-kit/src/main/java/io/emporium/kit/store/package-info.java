/// Aggregates and documents in MongoDB: one guarded write for state, events and consumed message.
@NullMarked
package io.emporium.kit.store;

import org.jspecify.annotations.NullMarked;
