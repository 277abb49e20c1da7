@NullMarked
package io.emporium.fleet.cli;

import org.jspecify.annotations.NullMarked;
