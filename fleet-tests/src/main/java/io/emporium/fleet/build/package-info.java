@NullMarked
package io.emporium.fleet.build;

import org.jspecify.annotations.NullMarked;
