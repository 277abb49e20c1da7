/// What this service knows of shops, companies and products, from their events.
@NullMarked
package io.emporium.inventory.replica;

import org.jspecify.annotations.NullMarked;
