package io.emporium.sales.returns.web;

import io.emporium.kit.ids.Ids;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.security.Caller;
import io.emporium.kit.security.Role;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.Page;
import io.emporium.kit.store.PageQuery;
import io.emporium.kit.web.EntityTag;
import io.emporium.kit.web.Sortable;
import io.emporium.sales.returns.RequestReturn;
import io.emporium.sales.returns.Return;
import io.emporium.sales.returns.ReturnStatus;
import io.emporium.sales.returns.SteerReturn;
import jakarta.validation.Valid;
import java.net.URI;
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
@RequestMapping("/api/returns")
class ReturnController {

  private final AggregateStore<Return> returns;
  private final RequestReturn request;
  private final SteerReturn steer;
  private final Ids ids;

  ReturnController(
      AggregateStore<Return> returns, RequestReturn request, SteerReturn steer, Ids ids) {
    this.returns = returns;
    this.request = request;
    this.steer = steer;
    this.ids = ids;
  }

  @PostMapping
  ResponseEntity<ReturnResponse> request(
      Caller caller, @Valid @RequestBody RequestReturnRequest body) {
    Return opened = request.handle(caller.scope(), body.orderId(), body.toWish(ids.next()));
    return ResponseEntity.created(URI.create("/api/returns/" + opened.id()))
        .eTag(EntityTag.of(opened.version()))
        .body(ReturnResponse.from(opened));
  }

  @GetMapping
  Page<ReturnResponse> list(
      Caller caller,
      @RequestParam(required = false) @Nullable String status,
      @RequestParam(required = false) @Nullable String order,
      @Sortable({"requestedAt", "status"}) PageQuery page) {
    Document filter = new Document();
    if (status != null) {
      filter.append("status", statusNamed(status).name());
    }
    if (order != null) {
      filter.append("orderId", order);
    }
    return returns.page(caller.scope(), filter, page).map(ReturnResponse::from);
  }

  @GetMapping("/{id}")
  ResponseEntity<ReturnResponse> read(Caller caller, @PathVariable String id) {
    return answer(returns.get(caller.scope(), id));
  }

  @PostMapping("/{id}/approve")
  ResponseEntity<ReturnResponse> approve(Caller caller, @PathVariable String id) {
    return answer(steer.approve(caller.scope(), id));
  }

  @PostMapping("/{id}/reject")
  ResponseEntity<ReturnResponse> reject(
      Caller caller, @PathVariable String id, @Valid @RequestBody ReasonRequest body) {
    return answer(steer.reject(caller.scope(), id, body.reason().strip()));
  }

  @PostMapping("/{id}/receive")
  ResponseEntity<ReturnResponse> receive(
      Caller caller, @PathVariable String id, @Valid @RequestBody ReceiveReturnRequest body) {
    return answer(steer.receive(caller.scope(), id, ids.next(), body.toPortions()));
  }

  @PostMapping("/{id}/refund")
  ResponseEntity<ReturnResponse> refund(
      Caller caller,
      @PathVariable String id,
      @Valid @RequestBody(required = false) @Nullable RefundReturnRequest body) {
    boolean shipping = body != null && Boolean.TRUE.equals(body.shipping());
    boolean unlimited = caller.role() == Role.COMPANY_ADMIN || caller.role() == Role.SUPER_ADMIN;
    return answer(steer.refund(caller.scope(), id, new SteerReturn.Refunding(shipping, unlimited)));
  }

  @PostMapping("/{id}/retry")
  ResponseEntity<ReturnResponse> retry(Caller caller, @PathVariable String id) {
    return answer(steer.retry(caller.scope(), id));
  }

  @PostMapping("/{id}/close")
  ResponseEntity<ReturnResponse> close(
      Caller caller, @PathVariable String id, @Valid @RequestBody ReasonRequest body) {
    return answer(steer.close(caller.scope(), id, body.reason().strip()));
  }

  private static ReturnStatus statusNamed(String name) {
    return Stream.of(ReturnStatus.values())
        .filter(status -> status.wireName().equals(name))
        .findFirst()
        .orElseThrow(() -> Refusal.invalid("status", "is no status of a return"));
  }

  private static ResponseEntity<ReturnResponse> answer(Return found) {
    return ResponseEntity.ok().eTag(EntityTag.of(found.version())).body(ReturnResponse.from(found));
  }
}
