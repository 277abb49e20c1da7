/// Emporium as its users reach it: over HTTP and STOMP, through the gateway.
@NullMarked
package io.emporium.fleet.client;

import org.jspecify.annotations.NullMarked;
