/// Accounts and profiles as their owners announce them.
@NullMarked
package io.emporium.notification.recipient.messaging;

import org.jspecify.annotations.NullMarked;
