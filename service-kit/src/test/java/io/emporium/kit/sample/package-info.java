/// A service in miniature on which the kit is tested.
@NullMarked
package io.emporium.kit.sample;

import org.jspecify.annotations.NullMarked;
