/// Open connections and who is behind each.
@NullMarked
package io.emporium.websocket.session;

import org.jspecify.annotations.NullMarked;
