package io.emporium.inventory.stock;

/// What a transfer does to the items at its two ends.
public sealed interface TransitMovement extends Movement {

  String transferId();

  /// Promise units at the source to the transfer; what an earlier attempt has picked counts towards
  /// it.
  record Pick(String transferId, int attempt, int quantity) implements TransitMovement {}

  /// Take the promise back, if it is of this attempt or of an earlier one.
  record Unpick(String transferId, int upToAttempt) implements TransitMovement {}

  /// The units that this attempt has picked leave the source.
  record Depart(String transferId, int attempt) implements TransitMovement {}

  /// They are on their way to the target.
  record Expect(String transferId, int quantity) implements TransitMovement {}

  /// So many of them are on their way, whatever was thought before: none, when they go back.
  record StillComing(String transferId, int quantity) implements TransitMovement {}

  /// A delivery at the target, in one write with all that differs from what was sent.
  ///
  /// @param id of the delivery, by which a repetition is known
  /// @param good units that lie on the shelf now
  /// @param damaged units that came, and are of no use
  /// @param missing units that left the source and will not come any more
  /// @param surplus of those that came, how many were never sent
  /// @param reason for whatever differs; empty where nothing does
  record Arrive(
      String transferId, String id, int good, int damaged, int missing, int surplus, String reason)
      implements TransitMovement {

    /// How many of the units that left the source are accounted for.
    int accounted() {
      return good + damaged + missing - surplus;
    }
  }
}
