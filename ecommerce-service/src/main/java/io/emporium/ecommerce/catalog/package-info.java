/// Products and their life.
@NullMarked
package io.emporium.ecommerce.catalog;

import org.jspecify.annotations.NullMarked;
