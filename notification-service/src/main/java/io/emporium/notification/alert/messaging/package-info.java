/// Alerts from other services.
@NullMarked
package io.emporium.notification.alert.messaging;

import org.jspecify.annotations.NullMarked;
