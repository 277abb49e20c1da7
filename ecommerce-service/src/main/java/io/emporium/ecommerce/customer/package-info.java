/// Profiles and addresses of customers.
@NullMarked
package io.emporium.ecommerce.customer;

import org.jspecify.annotations.NullMarked;
