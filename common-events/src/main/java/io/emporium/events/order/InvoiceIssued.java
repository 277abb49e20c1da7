package io.emporium.events.order;

import io.emporium.events.Contract;
import io.emporium.events.Money;
import java.time.Instant;

/// An invoice with a legal number exists.
@Contract("invoice.issued")
public record InvoiceIssued(
    String invoiceId,
    String number,
    String orderId,
    String customerId,
    Money total,
    Money tax,
    Instant issuedAt)
    implements InvoiceEvent {}
