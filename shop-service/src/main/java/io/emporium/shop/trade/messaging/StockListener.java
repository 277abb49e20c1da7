package io.emporium.shop.trade.messaging;

import io.emporium.events.Envelope;
import io.emporium.events.inventory.ReservationExpired;
import io.emporium.events.inventory.StockDeducted;
import io.emporium.events.inventory.StockReleased;
import io.emporium.events.inventory.StockReserved;
import io.emporium.events.inventory.TransferApproved;
import io.emporium.events.inventory.TransferCancelled;
import io.emporium.events.inventory.TransferReceived;
import io.emporium.events.inventory.TransferRejected;
import io.emporium.events.inventory.TransferShipped;
import io.emporium.events.inventory.TransferSnapshot;
import io.emporium.events.inventory.TransferSubmitted;
import io.emporium.kit.messaging.Consumes;
import io.emporium.kit.messaging.Handles;
import io.emporium.shop.trade.Commitment.Kind;
import io.emporium.shop.trade.Commitments;
import org.springframework.stereotype.Component;

/// A hold is open until its units are sold or free again; a transfer from the moment somebody asks
/// for it until everything has arrived.
@Component
@Consumes("commitments")
class StockListener {

  private final Commitments commitments;

  StockListener(Commitments commitments) {
    this.commitments = commitments;
  }

  @Handles
  void on(StockReserved event, Envelope<?> envelope) {
    String shopId = envelope.shopid();
    // What is held for no shop keeps none open.
    if (shopId != null) {
      commitments.begin(
          Kind.RESERVATION, event.orderId(), Owner.companyOf(envelope), shopId, envelope.time());
    }
  }

  @Handles
  void on(StockDeducted event, Envelope<?> envelope) {
    end(Kind.RESERVATION, event.orderId(), envelope);
  }

  @Handles
  void on(StockReleased event, Envelope<?> envelope) {
    end(Kind.RESERVATION, event.orderId(), envelope);
  }

  @Handles
  void on(ReservationExpired event, Envelope<?> envelope) {
    end(Kind.RESERVATION, event.orderId(), envelope);
  }

  @Handles
  void on(TransferSubmitted event, Envelope<?> envelope) {
    begin(event.transfer(), envelope);
  }

  @Handles
  void on(TransferApproved event, Envelope<?> envelope) {
    begin(event.transfer(), envelope);
  }

  @Handles
  void on(TransferShipped event, Envelope<?> envelope) {
    begin(event.transfer(), envelope);
  }

  /// Part of it may still be on its way.
  @Handles
  void on(TransferReceived event, Envelope<?> envelope) {
    if (event.transfer().status().equals("received")) {
      end(Kind.TRANSFER, event.transfer().transferId(), envelope);
    } else {
      begin(event.transfer(), envelope);
    }
  }

  @Handles
  void on(TransferRejected event, Envelope<?> envelope) {
    end(Kind.TRANSFER, event.transfer().transferId(), envelope);
  }

  @Handles
  void on(TransferCancelled event, Envelope<?> envelope) {
    end(Kind.TRANSFER, event.transfer().transferId(), envelope);
  }

  private void begin(TransferSnapshot transfer, Envelope<?> envelope) {
    commitments.beginTransfer(transfer, Owner.companyOf(envelope), envelope.time());
  }

  private void end(Kind kind, String subject, Envelope<?> envelope) {
    commitments.end(kind, subject, Owner.companyOf(envelope), envelope.time());
  }
}
