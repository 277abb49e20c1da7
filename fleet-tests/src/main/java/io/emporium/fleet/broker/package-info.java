@NullMarked
package io.emporium.fleet.broker;

import org.jspecify.annotations.NullMarked;
