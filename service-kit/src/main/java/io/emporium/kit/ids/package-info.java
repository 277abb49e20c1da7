/// Identifiers, injected so that tests can predict them.
@NullMarked
package io.emporium.kit.ids;

import org.jspecify.annotations.NullMarked;
