/// News of products, for the index of this instance.
@NullMarked
package io.emporium.ecommerce.catalog.messaging;

import org.jspecify.annotations.NullMarked;
