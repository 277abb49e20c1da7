/// What everybody responsible must know at once.
@NullMarked
package io.emporium.notification.alert;

import org.jspecify.annotations.NullMarked;
