/// From events to the people who watch.
@NullMarked
package io.emporium.websocket.live;

import org.jspecify.annotations.NullMarked;
