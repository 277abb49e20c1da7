package io.emporium.sales.invoice;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Each kind has a series of numbers of its own.
public enum InvoiceKind {
  INVOICE(""),
  /// Takes an invoice back, in whole or in part.
  CREDIT_NOTE("CN-");

  private final String mark;

  InvoiceKind(String mark) {
    this.mark = mark;
  }

  /// `INV-2026-000001`, `INV-CN-2026-000001`.
  String number(String companyPrefix, int year, long count) {
    return companyPrefix + mark + String.format(Locale.ROOT, "%d-%06d", year, count);
  }

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<InvoiceKind> fromWire(String name) {
    return Stream.of(values()).filter(kind -> kind.wireName().equals(name)).findFirst();
  }
}
