package io.emporium.inventory.reservation.messaging;

import io.emporium.events.Envelope;
import io.emporium.events.inventory.DeductStock;
import io.emporium.events.inventory.ReleaseStock;
import io.emporium.events.inventory.ReserveStock;
import io.emporium.events.inventory.RestockItems;
import io.emporium.inventory.reservation.DeductForOrder;
import io.emporium.inventory.reservation.HoldForOrder;
import io.emporium.inventory.reservation.ReleaseForOrder;
import io.emporium.inventory.reservation.RestockForOrder;
import io.emporium.kit.messaging.Consumes;
import io.emporium.kit.messaging.Handles;
import org.springframework.stereotype.Component;

/// What the order saga asks. Every command is answered with an event, also when it is repeated.
@Component
@Consumes(value = "commands", concurrency = 8)
class InventoryCommandListener {

  private final HoldForOrder hold;
  private final DeductForOrder deduct;
  private final ReleaseForOrder release;
  private final RestockForOrder restock;

  InventoryCommandListener(
      HoldForOrder hold, DeductForOrder deduct, ReleaseForOrder release, RestockForOrder restock) {
    this.hold = hold;
    this.deduct = deduct;
    this.release = release;
    this.restock = restock;
  }

  @Handles
  void on(ReserveStock command, Envelope<?> envelope) {
    var _ = hold.handle(company(envelope), command);
  }

  @Handles
  void on(DeductStock command, Envelope<?> envelope) {
    var _ = deduct.handle(company(envelope), command);
  }

  @Handles
  void on(ReleaseStock command, Envelope<?> envelope) {
    var _ = release.handle(company(envelope), command);
  }

  @Handles
  void on(RestockItems command, Envelope<?> envelope) {
    var _ = restock.handle(company(envelope), command);
  }

  private static String company(Envelope<?> envelope) {
    if (envelope.companyid() == null) {
      throw new IllegalArgumentException(envelope.type() + " names no company");
    }
    return envelope.companyid();
  }
}
