package io.emporium.ecommerce.catalog.messaging;

import io.emporium.ecommerce.catalog.Showcase;
import io.emporium.events.Envelope;
import io.emporium.events.catalog.ProductEvent;
import io.emporium.kit.messaging.Consumes;
import io.emporium.kit.messaging.Handles;
import java.util.Objects;
import org.springframework.stereotype.Component;

/// Tells this instance what others have changed. The product is read afresh, since the event does
/// not carry its description, and so a late message does no harm.
@Component
@Consumes(value = "showcase", perInstance = true)
class ShowcaseListener {

  private final Showcase showcase;

  ShowcaseListener(Showcase showcase) {
    this.showcase = showcase;
  }

  @Handles
  void on(ProductEvent event, Envelope<?> envelope) {
    showcase.refresh(Objects.requireNonNull(envelope.companyid()), envelope.subject());
  }
}
