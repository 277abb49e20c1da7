/// News of accounts.
@NullMarked
package io.emporium.ecommerce.customer.messaging;

import org.jspecify.annotations.NullMarked;
