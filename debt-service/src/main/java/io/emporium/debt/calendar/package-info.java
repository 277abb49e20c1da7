/// In which zone the days of a company begin.
@NullMarked
package io.emporium.debt.calendar;

import org.jspecify.annotations.NullMarked;
