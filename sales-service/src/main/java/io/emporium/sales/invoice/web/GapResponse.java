package io.emporium.sales.invoice.web;

import io.emporium.sales.invoice.FindGaps;
import io.emporium.sales.invoice.InvoiceKind;
import java.util.List;

/// @param missing numbers without a document, the first 100
/// @param open how many of those are still being written
record GapResponse(
    InvoiceKind kind,
    int year,
    long last,
    long issued,
    boolean gapless,
    List<Long> missing,
    long open) {

  static GapResponse from(FindGaps.Report report) {
    return new GapResponse(
        report.kind(),
        report.year(),
        report.last(),
        report.issued(),
        report.gapless(),
        report.missing(),
        report.open());
  }
}
