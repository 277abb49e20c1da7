/// The providers behind the channels.
@NullMarked
package io.emporium.notification.channel.gateway;

import org.jspecify.annotations.NullMarked;
