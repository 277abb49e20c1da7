package io.emporium.events.order;

import io.emporium.events.Money;

/// A line as ordered: name, price, tax and discount are copies that never change. `unitPrice` is as
/// displayed; `tax` is the tax of the whole line, `total` what the customer pays for it.
public record OrderLineSnapshot(
    int line,
    String productId,
    String sku,
    String name,
    int quantity,
    Money unitPrice,
    Money discount,
    Money tax,
    Money total) {}
