/// News of shops and companies.
@NullMarked
package io.emporium.ecommerce.market.messaging;

import org.jspecify.annotations.NullMarked;
