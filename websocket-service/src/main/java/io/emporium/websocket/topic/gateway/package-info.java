/// Services that know what this one has not seen.
@NullMarked
package io.emporium.websocket.topic.gateway;

import org.jspecify.annotations.NullMarked;
