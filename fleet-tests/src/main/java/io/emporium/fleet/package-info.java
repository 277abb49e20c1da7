@NullMarked
package io.emporium.fleet;

import org.jspecify.annotations.NullMarked;
