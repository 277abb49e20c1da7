package io.emporium.payment.reconciliation;

import io.emporium.payment.payment.Provider;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/// One comparison under way: what it covers, and what it has seen so far.
final class BookRun {

  final Provider provider;
  final Instant from;
  final Instant to;
  final Instant start;
  final Set<String> theirs = new HashSet<>();
  long lines;
  long found;

  BookRun(Provider provider, Instant from, Instant to, Instant start) {
    this.provider = provider;
    this.from = from;
    this.to = to;
    this.start = start;
  }
}
