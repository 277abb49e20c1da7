/// What an operator can set.
@NullMarked
package io.emporium.inventory.settings;

import org.jspecify.annotations.NullMarked;
