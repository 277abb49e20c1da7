package io.emporium.payment.payment.web;

import io.emporium.kit.security.Caller;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.Page;
import io.emporium.kit.store.PageQuery;
import io.emporium.kit.web.Sortable;
import io.emporium.payment.payment.Payment;
import io.emporium.payment.payment.ProcessPayment;
import jakarta.validation.Valid;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/payments")
class PaymentController {

  private final AggregateStore<Payment> payments;
  private final ProcessPayment process;

  PaymentController(AggregateStore<Payment> payments, ProcessPayment process) {
    this.payments = payments;
    this.process = process;
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
}
