package io.emporium.events.order;

import io.emporium.events.Contract;
import io.emporium.events.Money;
import java.time.Instant;

/// A credit note against an invoice exists.
@Contract("credit_note.issued")
public record CreditNoteIssued(
    String creditNoteId,
    String number,
    String invoiceId,
    String orderId,
    Money total,
    Money tax,
    Instant issuedAt)
    implements InvoiceEvent {}
