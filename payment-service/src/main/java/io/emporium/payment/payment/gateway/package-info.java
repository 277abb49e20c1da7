/// The payment providers.
@NullMarked
package io.emporium.payment.payment.gateway;

import org.jspecify.annotations.NullMarked;
