/// The part of PayPal's API that checkout-sdk calls.
@NullMarked
package io.emporium.localstack.paypal;

import org.jspecify.annotations.NullMarked;
