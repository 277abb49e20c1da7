package io.emporium.events.order;

import io.emporium.events.Fact;
import io.emporium.events.PublishedBy;

/// Facts about invoices and credit notes.
@PublishedBy("sales-service")
public sealed interface InvoiceEvent extends Fact permits CreditNoteIssued, InvoiceIssued {}
