package io.emporium.kit.web;

import java.time.DateTimeException;
import java.time.Instant;
import org.springframework.core.convert.converter.Converter;

/// Instants as callers write them, `2026-11-23T09:30:00Z`. Years that no database can count are bad
/// input here, not a fault later.
public final class InstantFromText implements Converter<String, Instant> {

  private static final Instant END_OF_TIME = Instant.parse("3000-01-01T00:00:00Z");

  /// @throws DateTimeException when it is no instant from 1970 to 2999
  @Override
  public Instant convert(String text) {
    Instant instant = Instant.parse(text);
    if (instant.isBefore(Instant.EPOCH) || !instant.isBefore(END_OF_TIME)) {
      throw new DateTimeException("must lie between the years 1970 and 2999");
    }
    return instant;
  }
}
