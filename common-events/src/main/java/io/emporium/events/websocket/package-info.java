/// Commands to websocket-service.
@NullMarked
package io.emporium.events.websocket;

import org.jspecify.annotations.NullMarked;
