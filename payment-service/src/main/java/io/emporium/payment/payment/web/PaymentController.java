package io.emporium.payment.payment.web;

import io.emporium.kit.security.Caller;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.Page;
import io.emporium.kit.store.PageQuery;
import io.emporium.kit.web.Sortable;
import io.emporium.payment.payment.Attention;
import io.emporium.payment.payment.Payment;
import io.emporium.payment.payment.ProcessPayment;
import jakarta.validation.Valid;
import java.util.stream.Stream;
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

  private static final Document NEEDING_ATTENTION =
      new Document("$in", Stream.of(Attention.values()).map(Attention::name).toList());

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
      @RequestParam(defaultValue = "false") boolean attention,
      @Sortable({"createdAt", "status"}) PageQuery page) {
    Document filter = orderId == null ? new Document() : new Document("_id", Payment.idOf(orderId));
    if (attention) {
      filter.append("attention", NEEDING_ATTENTION);
    }
    return payments.page(caller.scope(), filter, page).map(PaymentResponse::from);
  }

  @GetMapping("/{id}")
  PaymentResponse read(Caller caller, @PathVariable String id) {
    return PaymentResponse.from(payments.get(caller.scope(), id));
  }

  /// Oldest first.
  @GetMapping("/{id}/transactions")
  Page<TransactionResponse> transactions(
      Caller caller, @PathVariable String id, @Sortable({}) PageQuery page) {
    return Page.slice(payments.get(caller.scope(), id).transactions(), page)
        .map(TransactionResponse::from);
  }
}
