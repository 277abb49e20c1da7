package io.emporium.notification.delivery;

import io.emporium.kit.store.AggregateStore;
import io.emporium.notification.template.TemplateBook;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Enters a delivery and wakes its lane. Asking again changes nothing.
@Component
public final class PlanDelivery {

  private final AggregateStore<Delivery> deliveries;
  private final TemplateBook templates;
  private final DeliveryLanes lanes;
  private final Clock clock;

  PlanDelivery(
      AggregateStore<Delivery> deliveries,
      TemplateBook templates,
      DeliveryLanes lanes,
      Clock clock) {
    this.deliveries = deliveries;
    this.templates = templates;
    this.lanes = lanes;
    this.clock = clock;
  }

  public void plan(Draft draft, Map<String, String> variables) {
    Delivery delivery =
        Delivery.plan(draft, templates.render(draft.template(), variables), clock.instant());
    if (deliveries.create(delivery) && delivery.isOpen()) {
      lanes.wake(draft.lane(), delivery.id());
    }
  }
}
