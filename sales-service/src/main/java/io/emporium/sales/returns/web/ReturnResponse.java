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
/// @param refundable what the units received so far are worth, without shipping
/// @param worth what came back is worth, with the shipping where it goes back too; null before the
///   refund was decided
/// @param refund what of that is given back: less where some of it had gone back before
/// @param restocked whether good units came, and all of them are back in the stock
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
    @Nullable Money worth,
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
        found.worth(),
        found.refundAmount(),
        found.restocked(),
        found.requestedAt(),
        found.notes(),
        found.version());
  }
}
