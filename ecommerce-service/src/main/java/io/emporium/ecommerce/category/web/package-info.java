/// Categories over HTTP.
@NullMarked
package io.emporium.ecommerce.category.web;

import org.jspecify.annotations.NullMarked;
