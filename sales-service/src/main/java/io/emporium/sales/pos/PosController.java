package io.emporium.sales.pos;

import io.emporium.kit.problem.Refusal;
import io.emporium.kit.security.Caller;
import io.emporium.kit.store.AggregateStore;
import io.emporium.sales.invoice.Invoice;
import io.emporium.sales.invoice.InvoiceKind;
import io.emporium.sales.offer.Marketplace;
import io.emporium.sales.order.Order;
import io.emporium.sales.order.OrderStatus;
import io.emporium.sales.order.SellAtTill;
import jakarta.validation.Valid;
import java.net.URI;
import org.bson.Document;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/pos/sales")
class PosController {

  private final SellAtTill sell;
  private final AggregateStore<Order> orders;
  private final AggregateStore<Invoice> invoices;
  private final Marketplace marketplace;

  PosController(
      SellAtTill sell,
      AggregateStore<Order> orders,
      AggregateStore<Invoice> invoices,
      Marketplace marketplace) {
    this.sell = sell;
    this.orders = orders;
    this.invoices = invoices;
    this.marketplace = marketplace;
  }

  /// Answers 201 with the receipt when the sale is complete, 202 with what there is of it when the
  /// saga takes longer: it goes on by itself, and the link tells.
  @PostMapping
  ResponseEntity<ReceiptResponse> sell(Caller caller, @Valid @RequestBody SaleRequest request) {
    String companyId = caller.requireCompany();
    if (!caller.mayActFor(request.shopId())) {
      throw Refusal.notFound("shop", request.shopId());
    }
    Order sale = sell.handle(companyId, request.toCommand(caller.userId()));
    boolean complete = sale.status() == OrderStatus.COMPLETED;
    return ResponseEntity.status(complete ? HttpStatus.CREATED : HttpStatus.ACCEPTED)
        .location(URI.create("/api/pos/sales/" + sale.id()))
        .body(receipt(caller, sale));
  }

  @GetMapping("/{id}")
  ReceiptResponse receipt(Caller caller, @PathVariable String id) {
    Order sale = orders.get(caller.scope(), id);
    if (sale.till() == null) {
      throw Refusal.notFound("sale", id);
    }
    return receipt(caller, sale);
  }

  private ReceiptResponse receipt(Caller caller, Order sale) {
    Document filter = new Document("orderId", sale.id()).append("kind", InvoiceKind.INVOICE.name());
    String invoiceNumber =
        invoices.findOne(caller.scope(), filter).map(Invoice::number).orElse(null);
    return ReceiptResponse.of(sale, marketplace.shop(sale.shopId()).name(), invoiceNumber);
  }
}
