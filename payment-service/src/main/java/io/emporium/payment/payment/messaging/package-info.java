/// Commands of the order saga and facts about orders.
@NullMarked
package io.emporium.payment.payment.messaging;

import org.jspecify.annotations.NullMarked;
