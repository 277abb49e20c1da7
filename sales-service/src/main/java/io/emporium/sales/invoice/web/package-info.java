/// Invoices over HTTP, as JSON and as PDF.
@NullMarked
package io.emporium.sales.invoice.web;

import org.jspecify.annotations.NullMarked;
