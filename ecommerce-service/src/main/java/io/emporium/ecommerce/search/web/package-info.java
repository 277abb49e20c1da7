/// Search over HTTP.
@NullMarked
package io.emporium.ecommerce.search.web;

import org.jspecify.annotations.NullMarked;
