/// News of money and trade.
@NullMarked
package io.emporium.company.registry.messaging;

import org.jspecify.annotations.NullMarked;
