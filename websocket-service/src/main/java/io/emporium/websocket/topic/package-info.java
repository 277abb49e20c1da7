/// What can be subscribed to, and by whom.
@NullMarked
package io.emporium.websocket.topic;

import org.jspecify.annotations.NullMarked;
