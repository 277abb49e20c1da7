package io.emporium.notification.delivery.web;

import io.emporium.kit.problem.Refusal;
import io.emporium.kit.security.Caller;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.Page;
import io.emporium.kit.store.PageQuery;
import io.emporium.kit.tenancy.Scope;
import io.emporium.kit.web.Sortable;
import io.emporium.notification.channel.Channel;
import io.emporium.notification.delivery.Delivery;
import io.emporium.notification.delivery.DeliveryStatus;
import java.time.Clock;
import org.bson.Document;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

// In-app messages, read by the person they are for and by nobody else, whatever the role.
@RestController
@RequestMapping("/api/notifications")
class NotificationController {

  private final AggregateStore<Delivery> deliveries;
  private final Clock clock;

  NotificationController(AggregateStore<Delivery> deliveries, Clock clock) {
    this.deliveries = deliveries;
    this.clock = clock;
  }

  @GetMapping
  Page<NotificationResponse> list(
      Caller caller,
      @RequestParam(defaultValue = "false") boolean unread,
      @Sortable("createdAt") PageQuery page) {
    Document filter =
        new Document("draft.channel", Channel.IN_APP.name())
            .append("status", DeliveryStatus.SENT.name());
    if (unread) {
      filter.append("readAt", null);
    }
    return deliveries.page(own(caller), filter, page).map(NotificationResponse::from);
  }

  @PostMapping("/{id}/read")
  NotificationResponse read(Caller caller, @PathVariable String id) {
    boolean shown =
        deliveries
            .find(own(caller), id)
            .filter(delivery -> delivery.draft().channel() == Channel.IN_APP)
            .isPresent();
    if (!shown) {
      throw Refusal.notFound("notification", id);
    }
    return NotificationResponse.from(
        deliveries.change(own(caller), id, delivery -> delivery.markRead(clock.instant())));
  }

  private static Scope own(Caller caller) {
    return Scope.customer(caller.userId());
  }
}
