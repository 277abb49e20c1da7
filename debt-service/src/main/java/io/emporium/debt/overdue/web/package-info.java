/// The overdue run by hand.
@NullMarked
package io.emporium.debt.overdue.web;

import org.jspecify.annotations.NullMarked;
