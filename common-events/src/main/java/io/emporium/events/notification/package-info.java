/// Commands to and facts from notification-service.
@NullMarked
package io.emporium.events.notification;

import org.jspecify.annotations.NullMarked;
