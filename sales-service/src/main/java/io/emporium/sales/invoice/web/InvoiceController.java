package io.emporium.sales.invoice.web;

import io.emporium.kit.problem.Refusal;
import io.emporium.kit.security.Caller;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.Page;
import io.emporium.kit.store.PageQuery;
import io.emporium.kit.web.EntityTag;
import io.emporium.kit.web.Sortable;
import io.emporium.sales.invoice.FindGaps;
import io.emporium.sales.invoice.Invoice;
import io.emporium.sales.invoice.InvoiceKind;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class InvoiceController {

  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2999;

  private final AggregateStore<Invoice> invoices;
  private final FindGaps gaps;
  private final InvoicePdf pdf;

  InvoiceController(AggregateStore<Invoice> invoices, FindGaps gaps, InvoicePdf pdf) {
    this.invoices = invoices;
    this.gaps = gaps;
    this.pdf = pdf;
  }

  @GetMapping("/api/invoices")
  Page<InvoiceResponse> list(
      Caller caller,
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(required = false) @Nullable String order,
      @Sortable({"issuedAt", "number"}) PageQuery page) {
    Document filter = new Document();
    if (kind != null) {
      filter.append("kind", kindNamed(kind).name());
    }
    if (order != null) {
      filter.append("orderId", order);
    }
    return invoices.page(caller.scope(), filter, page).map(InvoiceResponse::from);
  }

  @GetMapping("/api/invoices/{id}")
  ResponseEntity<InvoiceResponse> read(Caller caller, @PathVariable String id) {
    return answer(invoices.get(caller.scope(), id));
  }

  @GetMapping(path = "/api/invoices/{id}/pdf", produces = MediaType.APPLICATION_PDF_VALUE)
  ResponseEntity<byte[]> pdf(Caller caller, @PathVariable String id) {
    Invoice invoice = invoices.get(caller.scope(), id);
    ContentDisposition named =
        ContentDisposition.inline().filename(invoice.number() + ".pdf").build();
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, named.toString())
        .contentType(MediaType.APPLICATION_PDF)
        .body(pdf.of(invoice));
  }

  /// The invoice of an order, as soon as there is one.
  @GetMapping("/api/orders/{id}/invoice")
  ResponseEntity<InvoiceResponse> ofOrder(Caller caller, @PathVariable String id) {
    Document filter = new Document("orderId", id).append("kind", InvoiceKind.INVOICE.name());
    return answer(
        invoices
            .findOne(caller.scope(), filter)
            .orElseThrow(() -> Refusal.notFound("invoice", "of order " + id)));
  }

  /// Whether the series of a fiscal year are without gaps.
  ///
  /// @param company for super admins, who belong to none
  @GetMapping("/api/invoices/gaps")
  Page<GapResponse> gaps(
      Caller caller,
      @RequestParam int year,
      @RequestParam(required = false) @Nullable String company,
      @Sortable({}) PageQuery page) {
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw Refusal.invalid("year", "must be from " + FIRST_YEAR + " to " + LAST_YEAR);
    }
    String companyId = caller.companyId() == null ? company : caller.companyId();
    if (companyId == null) {
      throw Refusal.invalid("company", "is needed: whose series?");
    }
    return Page.slice(List.of(InvoiceKind.values()), page)
        .map(kind -> GapResponse.from(gaps.handle(companyId, kind, year)));
  }

  private static InvoiceKind kindNamed(String name) {
    return InvoiceKind.fromWire(name)
        .orElseThrow(() -> Refusal.invalid("kind", "must be invoice or credit_note"));
  }

  private static ResponseEntity<InvoiceResponse> answer(Invoice invoice) {
    return ResponseEntity.ok()
        .eTag(EntityTag.of(invoice.version()))
        .body(InvoiceResponse.from(invoice));
  }
}
