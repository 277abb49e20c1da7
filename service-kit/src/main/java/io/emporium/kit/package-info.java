/// What every service needs to run, as Boot auto-configuration. No business.
@NullMarked
package io.emporium.kit;

import org.jspecify.annotations.NullMarked;
