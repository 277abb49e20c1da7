package io.emporium.events.company;

/// Rate of one tax class in basis points: 1900 is 19 %.
public record TaxRate(String taxClass, int basisPoints) {}
