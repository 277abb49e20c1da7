/// Where time zones come from.
@NullMarked
package io.emporium.debt.calendar.messaging;

import org.jspecify.annotations.NullMarked;
