package io.emporium.inventory.reservation;

/// Where a reservation stands.
///
/// ```
/// PENDING ──► HELD ──► DEDUCTING ──► DEDUCTED
///    │          │          ▲
///    │          ▼          │ paid, and taken again
///    ├──────► FREEING ──► RELEASED | EXPIRED | REFUSED
///    └──────────────────► REFUSED
/// ```
///
/// Only in `PENDING` are holds taken, only in `DEDUCTING` do they become sales, and only after
/// `PENDING` and `HELD` have been left for `FREEING` are they given back. So each step knows what a
/// missing hold means, whoever goes on after a crash.
public enum ReservationStatus {
  /// Holds are being taken.
  PENDING(false),
  /// Every line is held.
  HELD(true),
  /// Paid: holds are becoming sales. Nothing can stop it any more.
  DEDUCTING(false),
  /// Holds are being given back.
  FREEING(false),
  /// There was not enough.
  REFUSED(true),
  /// Given back; also what remembers a release that came before its reserve.
  RELEASED(true),
  /// The units have left.
  DEDUCTED(true),
  /// The time was over.
  EXPIRED(true);

  private final boolean settled;

  ReservationStatus(boolean settled) {
    this.settled = settled;
  }

  /// Whether nothing is under way.
  public boolean isSettled() {
    return settled;
  }

  /// Whether the order may hold nothing.
  public boolean holdsNothing() {
    return switch (this) {
      case REFUSED, RELEASED, EXPIRED, DEDUCTED -> true;
      case PENDING, HELD, DEDUCTING, FREEING -> false;
    };
  }
}
