package io.emporium.debt.book.web;

import io.emporium.debt.book.Debt;
import io.emporium.debt.book.DebtStatus;
import io.emporium.debt.book.HistoryEntry;
import io.emporium.debt.book.OpenDebt;
import io.emporium.debt.book.Payment;
import io.emporium.debt.book.RecordPayment;
import io.emporium.debt.calendar.CompanyCalendar;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.security.Caller;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.Page;
import io.emporium.kit.store.PageQuery;
import io.emporium.kit.web.EntityTag;
import io.emporium.kit.web.Sortable;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.Locale;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/debts")
class DebtController {

  private final OpenDebt open;
  private final RecordPayment pay;
  private final AggregateStore<Debt> debts;
  private final CompanyCalendar companies;

  DebtController(
      OpenDebt open, RecordPayment pay, AggregateStore<Debt> debts, CompanyCalendar companies) {
    this.open = open;
    this.pay = pay;
    this.debts = debts;
    this.companies = companies;
  }

  @PostMapping
  ResponseEntity<DebtResponse> create(Caller caller, @Valid @RequestBody OpenDebtRequest request) {
    String debtor = debtor(caller, request.companyId());
    Debt debt = open.handle(new OpenDebt.Command(debtor, request.toTerms(), caller.userId()));
    return created(debt, "/api/debts/" + debt.id());
  }

  @GetMapping
  Page<DebtResponse> list(
      Caller caller,
      @RequestParam(required = false) @Nullable String status,
      @Sortable({"createdAt", "creditor", "status"}) PageQuery page) {
    Document filter = new Document();
    if (status != null) {
      filter.append("status", status(status).name());
    }
    return debts.page(caller.companyScope(), filter, page).map(DebtResponse::from);
  }

  @GetMapping("/{id}")
  ResponseEntity<DebtResponse> read(Caller caller, @PathVariable String id) {
    Debt debt = debts.get(caller.companyScope(), id);
    return ResponseEntity.ok().eTag(EntityTag.of(debt.version())).body(DebtResponse.from(debt));
  }

  @GetMapping("/{id}/history")
  Page<HistoryEntry> history(Caller caller, @PathVariable String id, PageQuery page) {
    return Page.slice(debts.get(caller.companyScope(), id).history(), page);
  }

  @GetMapping("/{id}/payments")
  Page<Payment> payments(Caller caller, @PathVariable String id, PageQuery page) {
    return Page.slice(debts.get(caller.companyScope(), id).payments(), page);
  }

  @GetMapping("/{id}/payments/{paymentId}")
  Payment payment(Caller caller, @PathVariable String id, @PathVariable String paymentId) {
    return debts
        .get(caller.companyScope(), id)
        .payment(paymentId)
        .orElseThrow(() -> Refusal.notFound("payment", paymentId));
  }

  @PostMapping("/{id}/payments")
  ResponseEntity<DebtResponse> pay(
      Caller caller, @PathVariable String id, @Valid @RequestBody PaymentRequest request) {
    RecordPayment.Recorded recorded =
        pay.handle(caller.companyScope(), id, request.toCommand(caller.userId()));
    return created(recorded.debt(), "/api/debts/" + id + "/payments/" + recorded.paymentId());
  }

  // Another company looks like no company at all.
  private String debtor(Caller caller, @Nullable String requested) {
    String own = caller.companyId();
    if (own != null) {
      if (requested != null && !own.equals(requested)) {
        throw Refusal.notFound("company", requested);
      }
      return own;
    }
    if (requested == null) {
      throw Refusal.invalid("/companyId", "is needed from somebody who belongs to no company");
    }
    companies.requireKnown(requested);
    return requested;
  }

  private static DebtStatus status(String text) {
    return Stream.of(DebtStatus.values())
        .filter(status -> status.name().toLowerCase(Locale.ROOT).equals(text))
        .findFirst()
        .orElseThrow(() -> Refusal.invalid("status", "must be open, overdue or settled"));
  }

  private static ResponseEntity<DebtResponse> created(Debt debt, String location) {
    return ResponseEntity.created(URI.create(location))
        .eTag(EntityTag.of(debt.version()))
        .body(DebtResponse.from(debt));
  }
}
