/// News of orders, holds and transfers.
@NullMarked
package io.emporium.shop.trade.messaging;

import org.jspecify.annotations.NullMarked;
