/// Where time zones come from.
@NullMarked
package io.emporium.analytics.calendar.messaging;

import org.jspecify.annotations.NullMarked;
