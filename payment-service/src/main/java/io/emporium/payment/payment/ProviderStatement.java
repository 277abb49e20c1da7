package io.emporium.payment.payment;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A provider's own list of what it took and gave back.
public interface ProviderStatement {

  Provider provider();

  /// How long after the event an entry may be missing from the list.
  Duration lag();

  /// Entries of a period, a page of them.
  ///
  /// @param cursor of the page before; null for the first
  StatementAnswer page(StatementPeriod period, @Nullable String cursor);
}
