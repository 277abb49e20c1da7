@NullMarked
package io.emporium.fleet.suite;

import org.jspecify.annotations.NullMarked;
