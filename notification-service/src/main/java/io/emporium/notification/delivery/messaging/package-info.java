/// What others ask to be told.
@NullMarked
package io.emporium.notification.delivery.messaging;

import org.jspecify.annotations.NullMarked;
