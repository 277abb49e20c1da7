/// What of a shop is still unfinished, as other services tell it.
@NullMarked
package io.emporium.shop.trade;

import org.jspecify.annotations.NullMarked;
