/// Tells people what happened.
@NullMarked
package io.emporium.notification;

import org.jspecify.annotations.NullMarked;
