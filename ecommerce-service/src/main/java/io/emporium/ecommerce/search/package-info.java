/// Published products as buyers find them, in a Lucene index of this instance.
@NullMarked
package io.emporium.ecommerce.search;

import org.jspecify.annotations.NullMarked;
