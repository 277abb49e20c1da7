/// Who is told: a replica of accounts and profiles, and the devices of users.
@NullMarked
package io.emporium.notification.recipient;

import org.jspecify.annotations.NullMarked;
