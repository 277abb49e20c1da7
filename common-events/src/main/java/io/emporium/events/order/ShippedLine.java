package io.emporium.events.order;

/// How many units of a line.
public record ShippedLine(int line, String sku, int quantity) {}
