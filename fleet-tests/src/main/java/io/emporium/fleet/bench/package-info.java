/// How fast the platform is, measured from outside through the gateway.
@NullMarked
package io.emporium.fleet.bench;

import org.jspecify.annotations.NullMarked;
