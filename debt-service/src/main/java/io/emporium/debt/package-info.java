/// Debts of companies: schedules, payments, overdue instalments.
@NullMarked
package io.emporium.debt;

import org.jspecify.annotations.NullMarked;
