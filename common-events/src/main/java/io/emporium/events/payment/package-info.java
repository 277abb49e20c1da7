/// Commands to and facts from payment-service.
@NullMarked
package io.emporium.events.payment;

import org.jspecify.annotations.NullMarked;
