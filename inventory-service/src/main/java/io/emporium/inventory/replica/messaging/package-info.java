/// Events of shops and companies.
@NullMarked
package io.emporium.inventory.replica.messaging;

import org.jspecify.annotations.NullMarked;
