/// What this service knows of shops and companies, from their events.
@NullMarked
package io.emporium.inventory.replica;

import org.jspecify.annotations.NullMarked;
