/// Which companies there are and which may sell, as company-service tells it.
@NullMarked
package io.emporium.shop.companies;

import org.jspecify.annotations.NullMarked;
