/// A seeded world for pure state machines: messages are late, doubled, out of order or lost until
/// they are sent again, processes die between two writes, clocks jump.
@NullMarked
package io.emporium.kit.testing.simulation;

import org.jspecify.annotations.NullMarked;
