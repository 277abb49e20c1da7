/// Signed notifications to the payment-service, with scripted mishaps.
@NullMarked
package io.emporium.localstack.webhook;

import org.jspecify.annotations.NullMarked;
