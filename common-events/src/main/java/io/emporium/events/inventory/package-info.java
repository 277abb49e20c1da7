/// Commands to and facts from inventory-service.
@NullMarked
package io.emporium.events.inventory;

import org.jspecify.annotations.NullMarked;
