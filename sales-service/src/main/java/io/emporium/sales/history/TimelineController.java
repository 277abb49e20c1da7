package io.emporium.sales.history;

import io.emporium.kit.security.Caller;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.PageQuery;
import io.emporium.kit.tenancy.Scope;
import io.emporium.sales.invoice.Invoice;
import io.emporium.sales.order.Order;
import io.emporium.sales.returns.Return;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The story of an order with its returns, invoices and credit notes, put together when it is read:
/// each keeps its own part.
@RestController
class TimelineController {

  private final AggregateStore<Order> orders;
  private final AggregateStore<Return> returns;
  private final AggregateStore<Invoice> invoices;

  TimelineController(
      AggregateStore<Order> orders,
      AggregateStore<Return> returns,
      AggregateStore<Invoice> invoices) {
    this.orders = orders;
    this.returns = returns;
    this.invoices = invoices;
  }

  @GetMapping("/api/orders/{id}/timeline")
  List<HistoryResponse> timeline(Caller caller, @PathVariable String id) {
    Scope scope = caller.scope();
    Order order = orders.get(scope, id);
    Document ofOrder = new Document("orderId", id);
    PageQuery all = PageQuery.first(PageQuery.MAX_SIZE);
    Stream<HistoryResponse> returned =
        returns.list(scope, ofOrder, all).stream().flatMap(HistoryResponse::of);
    Stream<HistoryResponse> billed =
        invoices.list(scope, ofOrder, all).stream().map(HistoryResponse::of);
    return Stream.concat(HistoryResponse.of(order), Stream.concat(returned, billed))
        .sorted(Comparator.comparing(HistoryResponse::at))
        .toList();
  }
}
