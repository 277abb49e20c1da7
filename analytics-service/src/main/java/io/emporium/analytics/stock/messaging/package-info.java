/// Where stock figures come from.
@NullMarked
package io.emporium.analytics.stock.messaging;

import org.jspecify.annotations.NullMarked;
