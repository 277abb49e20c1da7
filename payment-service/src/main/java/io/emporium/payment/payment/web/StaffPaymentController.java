package io.emporium.payment.payment.web;

import io.emporium.events.Money;
import io.emporium.kit.idempotency.IdempotencyFilter;
import io.emporium.kit.ids.Ids;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.security.Caller;
import io.emporium.kit.security.Role;
import io.emporium.kit.store.AggregateStore;
import io.emporium.payment.payment.CallOffPayment;
import io.emporium.payment.payment.CaptureCharge;
import io.emporium.payment.payment.CaptureRequest;
import io.emporium.payment.payment.ConfirmPayment;
import io.emporium.payment.payment.Payment;
import io.emporium.payment.payment.RefundCharge;
import io.emporium.payment.payment.RefundRequest;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What a company's people do about a payment.
@RestController
@RequestMapping("/api/payments/{id}")
class StaffPaymentController {

  private final AggregateStore<Payment> payments;
  private final ConfirmPayment confirm;
  private final CaptureCharge captures;
  private final RefundCharge refunds;
  private final CallOffPayment callOff;
  private final Ids ids;

  StaffPaymentController(
      AggregateStore<Payment> payments,
      ConfirmPayment confirm,
      CaptureCharge captures,
      RefundCharge refunds,
      CallOffPayment callOff,
      Ids ids) {
    this.payments = payments;
    this.confirm = confirm;
    this.captures = captures;
    this.refunds = refunds;
    this.callOff = callOff;
    this.ids = ids;
  }

  @PostMapping("/confirm")
  PaymentResponse confirm(
      Caller caller, @PathVariable String id, @Valid @RequestBody ConfirmPaymentRequest request) {
    return PaymentResponse.from(
        confirm.handle(
            caller.scope(),
            new ConfirmPayment.Command(
                id, request.provider(), request.amount(), request.reference(), caller.userId())));
  }

  @PostMapping("/capture")
  PaymentResponse capture(
      Caller caller,
      @PathVariable String id,
      @RequestHeader(name = IdempotencyFilter.HEADER, required = false) @Nullable String key,
      @Valid @RequestBody CapturePaymentRequest request) {
    requireKey(key, "is needed to take money");
    String captureId = ids.next();
    Payment payment = payments.get(caller.scope(), id);
    Money amount = amount(request.amount(), payment, payment::capturable);
    return PaymentResponse.from(
        captures.handle(caller.scope(), id, new CaptureRequest(captureId, amount)));
  }

  @PostMapping("/void")
  PaymentResponse callOff(
      Caller caller, @PathVariable String id, @Valid @RequestBody VoidPaymentRequest request) {
    return PaymentResponse.from(callOff.byHand(caller.scope(), id, request.reason().strip()));
  }

  @PostMapping("/refunds")
  ResponseEntity<RefundResponse> refund(
      Caller caller,
      @PathVariable String id,
      @RequestHeader(name = IdempotencyFilter.HEADER, required = false) @Nullable String key,
      @Valid @RequestBody RefundPaymentRequest request) {
    requireKey(key, "is needed to give money back");
    String refundId = ids.next();
    Payment payment = payments.get(caller.scope(), id);
    Money amount = amount(request.amount(), payment, payment::refundable);
    Payment refunded =
        refunds.byHand(
            caller.scope(),
            id,
            new RefundRequest(refundId, amount, request.reason().strip()),
            caller.role() == Role.SHOP_MANAGER);
    return ResponseEntity.created(URI.create("/api/payments/" + id))
        .body(RefundResponse.from(refunded.refund(refundId).orElseThrow()));
  }

  @PostMapping("/refunds/{refundId}/close")
  RefundResponse close(
      Caller caller,
      @PathVariable String id,
      @PathVariable String refundId,
      @Valid @RequestBody CloseRefundRequest request) {
    Payment closed = refunds.close(caller.scope(), id, refundId, request.reason().strip());
    return RefundResponse.from(closed.refund(refundId).orElseThrow());
  }

  /// All that is left, where no amount was named.
  private static Money amount(@Nullable Money named, Payment payment, Supplier<Money> left) {
    if (named != null) {
      return named;
    }
    if (payment.amountIfKnown() == null) {
      throw Refusal.conflict("payment_not_opened", "The order ended before it could be paid");
    }
    return left.get();
  }

  private static void requireKey(@Nullable String key, String why) {
    if (key == null) {
      throw Refusal.invalid(IdempotencyFilter.HEADER, why);
    }
  }
}
