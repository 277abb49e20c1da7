/// News of products, shops and companies.
@NullMarked
package io.emporium.sales.offer.messaging;

import org.jspecify.annotations.NullMarked;
