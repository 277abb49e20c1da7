/// Debts over HTTP.
@NullMarked
package io.emporium.debt.book.web;

import org.jspecify.annotations.NullMarked;
