/// Payments, refunds and the conversation with the payment providers.
@NullMarked
package io.emporium.payment;

import org.jspecify.annotations.NullMarked;
