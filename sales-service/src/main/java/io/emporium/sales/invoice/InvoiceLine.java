package io.emporium.sales.invoice;

import io.emporium.events.Money;
import org.jspecify.annotations.Nullable;

/// A line of an invoice. All amounts of a credit note are positive too: its kind says which way the
/// money goes.
///
/// @param sku null for what is no article
/// @param unitPrice as displayed when it was ordered; null where units have no price of their own
/// @param discount on the line, as displayed
/// @param gross net plus tax
public record InvoiceLine(
    int position,
    String description,
    @Nullable String sku,
    int quantity,
    @Nullable Money unitPrice,
    Money discount,
    Money net,
    int taxBasisPoints,
    Money tax,
    Money gross) {}
