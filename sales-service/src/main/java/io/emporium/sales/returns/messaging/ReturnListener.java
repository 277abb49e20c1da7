package io.emporium.sales.returns.messaging;

import io.emporium.events.Envelope;
import io.emporium.events.inventory.StockRestocked;
import io.emporium.events.order.ReturnReceived;
import io.emporium.events.order.ReturnRejected;
import io.emporium.events.order.ReturnRequested;
import io.emporium.events.order.ShippedLine;
import io.emporium.events.payment.PaymentRefundFailed;
import io.emporium.events.payment.PaymentRefunded;
import io.emporium.kit.messaging.Consumes;
import io.emporium.kit.messaging.Handles;
import io.emporium.kit.tenancy.Scope;
import io.emporium.sales.order.PayingBack;
import io.emporium.sales.order.ReturnClaims;
import io.emporium.sales.returns.AnswerReturn;
import io.emporium.sales.returns.RequestReturn;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Answers to returns, and the news of returns that orders must hear. Refunds and restocks of other
/// causes pass by.
@Component
@Consumes("returns")
class ReturnListener {

  private final RequestReturn request;
  private final AnswerReturn answer;

  ReturnListener(RequestReturn request, AnswerReturn answer) {
    this.request = request;
    this.answer = answer;
  }

  @Handles
  void on(ReturnRequested event, Envelope<?> envelope) {
    request.open(company(envelope), event.orderId(), event.returnId());
  }

  @Handles
  void on(ReturnRejected event, Envelope<?> envelope) {
    answer.settled(company(envelope), event.orderId(), event.returnId(), Map.of());
  }

  @Handles
  void on(ReturnReceived event, Envelope<?> envelope) {
    Map<Integer, Integer> received =
        event.lines().stream()
            .collect(Collectors.toMap(ShippedLine::line, ShippedLine::quantity, Integer::sum));
    answer.settled(company(envelope), event.orderId(), event.returnId(), received);
  }

  @Handles
  void on(PaymentRefunded event, Envelope<?> envelope) {
    ReturnClaims.ownerOf(event.refundId())
        .ifPresent(id -> answer.refunded(company(envelope), id, event.refundId(), event.amount()));
  }

  @Handles
  void on(PaymentRefundFailed event, Envelope<?> envelope) {
    ReturnClaims.ownerOf(event.refundId()).ifPresent(id -> failed(id, event, company(envelope)));
  }

  private void failed(String returnId, PaymentRefundFailed event, Scope company) {
    if (event.reason().equals(PayingBack.NOTHING_LEFT)) {
      answer.nothingLeft(company, returnId, event.refundId());
    } else {
      answer.refundFailed(company, returnId, event.refundId(), event.reason());
    }
  }

  @Handles
  void on(StockRestocked event, Envelope<?> envelope) {
    ReturnClaims.ownerOf(event.restockId())
        .ifPresent(id -> answer.restocked(company(envelope), id, event.restockId()));
  }

  private static Scope company(Envelope<?> envelope) {
    if (envelope.companyid() == null) {
      throw new IllegalArgumentException(envelope.type() + " names no company");
    }
    return Scope.company(envelope.companyid());
  }
}
