/// What makes an invoice or a credit note due.
@NullMarked
package io.emporium.sales.invoice.messaging;

import org.jspecify.annotations.NullMarked;
