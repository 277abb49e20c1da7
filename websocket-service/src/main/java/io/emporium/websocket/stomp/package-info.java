/// The protocol: what a client may send, and what it is told when it may not.
@NullMarked
package io.emporium.websocket.stomp;

import org.jspecify.annotations.NullMarked;
