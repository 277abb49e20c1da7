package io.emporium.notification.delivery.web;

import io.emporium.kit.problem.Refusal;
import io.emporium.kit.security.Caller;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.Page;
import io.emporium.kit.store.PageQuery;
import io.emporium.kit.web.Sortable;
import io.emporium.notification.delivery.Delivery;
import io.emporium.notification.delivery.DeliveryStatus;
import java.util.Arrays;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/notifications/deliveries")
class DeliveryController {

  private final AggregateStore<Delivery> deliveries;

  DeliveryController(AggregateStore<Delivery> deliveries) {
    this.deliveries = deliveries;
  }

  @GetMapping
  Page<DeliveryResponse> list(
      Caller caller,
      @RequestParam(required = false) @Nullable String userId,
      @RequestParam(required = false) @Nullable String eventId,
      @RequestParam(required = false) @Nullable String status,
      @Sortable("createdAt") PageQuery page) {
    Document filter = new Document();
    if (userId != null) {
      filter.append("userId", userId);
    }
    if (eventId != null) {
      filter.append("draft.eventId", eventId);
    }
    if (status != null) {
      filter.append("status", parsed(status).name());
    }
    return deliveries.page(caller.companyScope(), filter, page).map(DeliveryResponse::from);
  }

  @GetMapping("/{id}")
  DeliveryResponse read(Caller caller, @PathVariable String id) {
    return DeliveryResponse.from(deliveries.get(caller.companyScope(), id));
  }

  private static DeliveryStatus parsed(String status) {
    return Arrays.stream(DeliveryStatus.values())
        .filter(value -> value.name().equalsIgnoreCase(status))
        .findFirst()
        .orElseThrow(
            () -> Refusal.invalid("status", "must be pending, sent, failed or suppressed"));
  }
}
