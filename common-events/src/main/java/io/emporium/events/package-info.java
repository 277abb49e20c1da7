/// Contracts between services. A record here is a wire format: add optional components, never
/// change or remove one; anything else is a second version beside the first.
@NullMarked
package io.emporium.events;

import org.jspecify.annotations.NullMarked;
