@NullMarked
package io.emporium.fleet.logs;

import org.jspecify.annotations.NullMarked;
