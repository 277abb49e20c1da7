@NullMarked
package io.emporium.fleet.control;

import org.jspecify.annotations.NullMarked;
