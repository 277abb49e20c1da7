/// News that change what a search answers.
@NullMarked
package io.emporium.ecommerce.search.messaging;

import org.jspecify.annotations.NullMarked;
