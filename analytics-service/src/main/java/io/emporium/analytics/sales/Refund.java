package io.emporium.analytics.sales;

import io.emporium.events.Money;

/// Money that went back to the customer.
public record Refund(String refundId, Money amount) {}
