/// A payment from its opening to its last refund.
@NullMarked
package io.emporium.payment.payment;

import org.jspecify.annotations.NullMarked;
