/// Shows what happens, live.
@NullMarked
package io.emporium.websocket;

import org.jspecify.annotations.NullMarked;
