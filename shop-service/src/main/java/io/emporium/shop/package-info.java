/// Shops of companies, who works there, and the public directory of open shops.
@NullMarked
package io.emporium.shop;

import org.jspecify.annotations.NullMarked;
