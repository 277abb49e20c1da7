/// Invoices and credit notes, numbered without gaps.
@NullMarked
package io.emporium.sales.invoice;

import org.jspecify.annotations.NullMarked;
