@NullMarked
package io.emporium.fleet.settings;

import org.jspecify.annotations.NullMarked;
