package io.emporium.fleet.audit;

import java.util.List;

/// One comparison. A pure function of the books, so that it can be tested without a fleet.
interface Check {

  /// What is compared, for the table.
  String name();

  List<Drift> of(Books books);
}
