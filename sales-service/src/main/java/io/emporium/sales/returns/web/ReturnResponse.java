package io.emporium.sales.returns.web;

import io.emporium.events.Money;
import io.emporium.sales.returns.Return;
import io.emporium.sales.returns.ReturnLine;
import io.emporium.sales.returns.ReturnNote;
import io.emporium.sales.returns.ReturnStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// @param decision why it was rejected, or how it was closed
/// @param trouble why a person must look; null when nobody must
/// @param refundable for the units received so far, without shipping
/// @param refund what goes back; null before it was decided
/// @param restocked whether all good units are back in the stock
record ReturnResponse(
    String id,
    String orderId,
    String orderNumber,
    String shopId,
    String customerId,
    ReturnStatus status,
    String reason,
    @Nullable String decision,
    @Nullable String trouble,
    List<ReturnLine> lines,
    Money refundable,
    @Nullable Money refund,
    boolean restocked,
    Instant requestedAt,
    List<ReturnNote> timeline,
    long version) {

  static ReturnResponse from(Return found) {
    return new ReturnResponse(
        found.id(),
        found.orderId(),
        found.orderNumber(),
        found.shopId(),
        found.customerId(),
        found.status(),
        found.reason(),
        found.decision(),
        found.trouble(),
        found.lines(),
        found.refundable(),
        found.refundAmount(),
        found.restocked(),
        found.requestedAt(),
        found.notes(),
        found.version());
  }
}
