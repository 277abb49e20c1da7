/// Limits on guessing.
@NullMarked
package io.emporium.auth.throttle;

import org.jspecify.annotations.NullMarked;
