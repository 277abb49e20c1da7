package io.emporium.inventory.transfer;

import java.util.Locale;

/// Where a transfer stands.
///
/// ```
/// DRAFT ──► SUBMITTED ──► APPROVED ──► PICKING ──► DISPATCHING ──► SHIPPED ──► BOOKING ──► RECEIVED
///               │            ▲            ▼                           ▲           │
///               ▼            └─────── UNPICKING                       │           ▼
///           REJECTED                                                  BOOKING ◄── PARTLY_RECEIVED
/// cancelled: at once before it is shipped, by way of RETURNING while goods are on their way
/// ```
///
/// The states in which stock is written come in between those in which nothing happens, and each of
/// them writes in one way only: so whoever goes on after a crash knows what is still to be done.
public enum TransferStatus {
  DRAFT(false),
  SUBMITTED(false),
  APPROVED(false),
  REJECTED(false),
  /// Units are being set aside at the source: all or none.
  PICKING(true),
  /// There was not enough: what was set aside is put back.
  UNPICKING(true),
  /// Units leave the source and are announced at the target. Nothing can stop it any more.
  DISPATCHING(true),
  SHIPPED(false),
  /// A delivery is being booked at the target.
  BOOKING(true),
  PARTLY_RECEIVED(false),
  RECEIVED(false),
  /// What is on its way is being given back to the source.
  RETURNING(true),
  CANCELLED(false);

  private final boolean underWay;

  TransferStatus(boolean underWay) {
    this.underWay = underWay;
  }

  /// Whether stock is being written.
  public boolean isUnderWay() {
    return underWay;
  }

  /// Whether units are set aside at the source, and rightly so.
  boolean setsAside() {
    return this == PICKING || this == UNPICKING || this == DISPATCHING;
  }

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
