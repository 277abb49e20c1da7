@NullMarked
package io.emporium.fleet.process;

import org.jspecify.annotations.NullMarked;
