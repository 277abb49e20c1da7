/// Events of the fleet, seen by every instance.
@NullMarked
package io.emporium.websocket.live.messaging;

import org.jspecify.annotations.NullMarked;
