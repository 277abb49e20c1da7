package io.emporium.payment.payment.web;

import io.emporium.events.Money;
import io.emporium.kit.idempotency.IdempotencyFilter;
import io.emporium.kit.ids.Ids;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.security.Caller;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.Page;
import io.emporium.kit.store.PageQuery;
import io.emporium.kit.web.Sortable;
import io.emporium.payment.payment.ConfirmPayment;
import io.emporium.payment.payment.Payment;
import io.emporium.payment.payment.ProcessPayment;
import io.emporium.payment.payment.RefundCharge;
import io.emporium.payment.payment.RefundRequest;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/payments")
class PaymentController {

  private final AggregateStore<Payment> payments;
  private final ProcessPayment process;
  private final ConfirmPayment confirm;
  private final RefundCharge refunds;
  private final Ids ids;

  PaymentController(
      AggregateStore<Payment> payments,
      ProcessPayment process,
      ConfirmPayment confirm,
      RefundCharge refunds,
      Ids ids) {
    this.payments = payments;
    this.process = process;
    this.confirm = confirm;
    this.refunds = refunds;
    this.ids = ids;
  }

  @PostMapping("/process")
  PaymentResponse process(Caller caller, @Valid @RequestBody ProcessPaymentRequest request) {
    return PaymentResponse.from(process.handle(request.toCommand(caller.userId())));
  }

  @GetMapping
  Page<PaymentResponse> list(
      Caller caller,
      @RequestParam(required = false) @Nullable String orderId,
      @Sortable({"createdAt", "status"}) PageQuery page) {
    Document filter = orderId == null ? new Document() : new Document("_id", Payment.idOf(orderId));
    return payments.page(caller.scope(), filter, page).map(PaymentResponse::from);
  }

  @GetMapping("/{id}")
  PaymentResponse read(Caller caller, @PathVariable String id) {
    return PaymentResponse.from(payments.get(caller.scope(), id));
  }

  @GetMapping("/{id}/transactions")
  List<TransactionResponse> transactions(Caller caller, @PathVariable String id) {
    return payments.get(caller.scope(), id).transactions().stream()
        .map(TransactionResponse::from)
        .toList();
  }

  @PostMapping("/{id}/refunds")
  ResponseEntity<RefundResponse> refund(
      Caller caller,
      @PathVariable String id,
      @RequestHeader(name = IdempotencyFilter.HEADER, required = false) @Nullable String key,
      @Valid @RequestBody RefundPaymentRequest request) {
    if (key == null) {
      throw Refusal.invalid(IdempotencyFilter.HEADER, "is needed to give money back");
    }
    String refundId = ids.next();
    Payment payment = payments.get(caller.scope(), id);
    Money amount = Objects.requireNonNullElseGet(request.amount(), payment::refundable);
    Payment refunded =
        refunds.byHand(
            caller.scope(), id, new RefundRequest(refundId, amount, request.reason().strip()));
    return ResponseEntity.created(URI.create("/api/payments/" + id))
        .body(RefundResponse.from(refunded.refund(refundId).orElseThrow()));
  }

  @PostMapping("/{id}/confirm")
  PaymentResponse confirm(
      Caller caller, @PathVariable String id, @Valid @RequestBody ConfirmPaymentRequest request) {
    return PaymentResponse.from(
        confirm.handle(
            caller.scope(),
            new ConfirmPayment.Command(
                id, request.provider(), request.reference(), caller.userId())));
  }
}
