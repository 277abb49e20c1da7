package io.emporium.payment.payment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a provider says about a period.
public sealed interface StatementAnswer {

  /// @param next where to go on; null on the last page
  record Page(List<StatementLine> lines, @Nullable String next) implements StatementAnswer {}

  /// Silence, or a list that cannot be had.
  record NoAnswer(String why) implements StatementAnswer {}
}
