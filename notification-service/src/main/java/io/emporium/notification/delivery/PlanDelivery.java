package io.emporium.notification.delivery;

import io.emporium.kit.store.AggregateStore;
import io.emporium.notification.template.TemplateBook;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Enters a delivery and wakes its lane. Asking again changes nothing.
@Component
public final class PlanDelivery {

  private final AggregateStore<Delivery> deliveries;
  private final TemplateBook templates;
  private final DeliveryLanes lanes;
  private final DeliveryProperties settings;
  private final Clock clock;

  PlanDelivery(
      AggregateStore<Delivery> deliveries,
      TemplateBook templates,
      DeliveryLanes lanes,
      DeliveryProperties settings,
      Clock clock) {
    this.deliveries = deliveries;
    this.templates = templates;
    this.lanes = lanes;
    this.settings = settings;
    this.clock = clock;
  }

  public void plan(Draft draft, Map<String, String> variables) {
    Instant now = clock.instant();
    Delivery delivery = Delivery.plan(draft, templates.render(draft.template(), variables), now);
    if (lanes.isCalm(draft.lane())) {
      // The attempt follows at once: claiming it in the same write saves one of its own.
      var _ = delivery.claim(now, settings.lease());
    }
    if (deliveries.create(delivery) && delivery.isOpen()) {
      lanes.wake(delivery);
    }
  }
}
