/// The book of debts.
@NullMarked
package io.emporium.debt.book;

import org.jspecify.annotations.NullMarked;
