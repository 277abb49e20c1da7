/// Facts about orders, returns and invoices, published by sales-service.
@NullMarked
package io.emporium.events.order;

import org.jspecify.annotations.NullMarked;
