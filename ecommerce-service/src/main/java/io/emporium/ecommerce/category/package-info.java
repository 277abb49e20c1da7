/// The category tree.
@NullMarked
package io.emporium.ecommerce.category;

import org.jspecify.annotations.NullMarked;
