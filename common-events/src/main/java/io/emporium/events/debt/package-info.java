/// Facts about debts, published by debt-service.
@NullMarked
package io.emporium.events.debt;

import org.jspecify.annotations.NullMarked;
