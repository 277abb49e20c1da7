/// What the providers tell us on their own.
@NullMarked
package io.emporium.payment.webhook;

import org.jspecify.annotations.NullMarked;
