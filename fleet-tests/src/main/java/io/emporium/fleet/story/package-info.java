/// The story that Emporium exists for, played as its users would.
@NullMarked
package io.emporium.fleet.story;

import org.jspecify.annotations.NullMarked;
