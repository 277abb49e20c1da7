package io.emporium.sales.invoice;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.PersistenceCreator;

/// A number and whom it is for.
///
/// @param credited what a credit note takes back, by tax rate; nothing for an invoice
record TakenNumber(Occasion occasion, int year, long count, Instant at, List<TaxSum> credited) {

  @PersistenceCreator
  TakenNumber(
      Occasion occasion, int year, long count, Instant at, @Nullable List<TaxSum> credited) {
    this.occasion = occasion;
    this.year = year;
    this.count = count;
    this.at = at;
    this.credited = List.copyOf(Objects.requireNonNullElse(credited, List.of()));
  }
}
