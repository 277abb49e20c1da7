/// One's own profile over HTTP.
@NullMarked
package io.emporium.ecommerce.customer.web;

import org.jspecify.annotations.NullMarked;
