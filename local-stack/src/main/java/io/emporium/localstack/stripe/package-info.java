/// The part of Stripe's API that stripe-java calls for payments.
@NullMarked
package io.emporium.localstack.stripe;

import org.jspecify.annotations.NullMarked;
