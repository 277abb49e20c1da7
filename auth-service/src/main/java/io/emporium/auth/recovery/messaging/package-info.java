/// Writes the letters that somebody asked for.
@NullMarked
package io.emporium.auth.recovery.messaging;

import org.jspecify.annotations.NullMarked;
