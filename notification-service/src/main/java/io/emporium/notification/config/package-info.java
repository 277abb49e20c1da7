/// Wiring of notification-service.
@NullMarked
package io.emporium.notification.config;

import org.jspecify.annotations.NullMarked;
