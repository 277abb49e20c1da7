/// One message to one person by one channel, and the lanes in which it waits.
@NullMarked
package io.emporium.notification.delivery;

import org.jspecify.annotations.NullMarked;
