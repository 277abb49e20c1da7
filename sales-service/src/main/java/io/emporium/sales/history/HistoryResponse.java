package io.emporium.sales.history;

import io.emporium.kit.context.Cause;
import io.emporium.sales.invoice.Invoice;
import io.emporium.sales.invoice.InvoiceKind;
import io.emporium.sales.order.Order;
import io.emporium.sales.returns.Return;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One thing that happened to an order, or to what belongs to it.
///
/// @param subject order, return, invoice or credit_note
/// @param subjectId its id
/// @param status of the subject afterwards; null for what has none
/// @param event such as `stock_held`, `shipped` or `issued`
/// @param actor id of the user, or `system`
record HistoryResponse(
    Instant at,
    String subject,
    String subjectId,
    @Nullable String status,
    String event,
    String actor,
    @Nullable String note) {

  static Stream<HistoryResponse> of(Order order) {
    return order.timeline().entries().stream()
        .map(
            entry ->
                new HistoryResponse(
                    entry.at(),
                    "order",
                    order.id(),
                    entry.status().wireName(),
                    entry.event(),
                    entry.actor(),
                    entry.note()));
  }

  static Stream<HistoryResponse> of(Return returned) {
    return returned.notes().stream()
        .map(
            note ->
                new HistoryResponse(
                    note.at(),
                    "return",
                    returned.id(),
                    note.status().wireName(),
                    note.event(),
                    note.actor(),
                    note.note()));
  }

  static HistoryResponse of(Invoice invoice) {
    InvoiceKind kind = invoice.kind();
    return new HistoryResponse(
        invoice.issuedAt(),
        kind.wireName(),
        invoice.id(),
        null,
        "issued",
        Cause.SYSTEM,
        invoice.number());
  }
}
