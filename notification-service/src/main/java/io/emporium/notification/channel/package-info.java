/// By which way it is said.
@NullMarked
package io.emporium.notification.channel;

import org.jspecify.annotations.NullMarked;
