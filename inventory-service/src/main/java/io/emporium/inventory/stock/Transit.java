package io.emporium.inventory.stock;

import io.emporium.inventory.stock.Step.Change;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Units of an item that transfers move. Picks carry their attempt for the same reason as holds do:
/// see [OrderHolds].
///
/// @param leaving still here, and promised to a transfer that is being shipped
/// @param arriving on their way here from another warehouse
/// @param done what transfers have done here, to know a repetition
public record Transit(List<Picked> leaving, List<Units> arriving, Postings done) {

  /// Units set aside for one transfer.
  public record Picked(String transferId, int attempt, int quantity) {}

  /// Units of one transfer on their way.
  public record Units(String transferId, int quantity) {}

  static final Transit NONE = new Transit(List.of(), List.of(), Postings.NONE);

  /// @return empty when it was done before
  Optional<Step<Transit>> after(TransitMovement movement, Instant now) {
    return switch (movement) {
      case TransitMovement.Pick pick -> pick(pick);
      case TransitMovement.Unpick unpick -> unpick(unpick);
      case TransitMovement.Depart departure -> depart(departure);
      case TransitMovement.Expect expected -> expect(expected, now);
      case TransitMovement.StillComing coming -> stillComing(coming);
      case TransitMovement.Arrive delivery -> arrive(delivery, now);
    };
  }

  private Optional<Step<Transit>> pick(TransitMovement.Pick pick) {
    String id = pick.transferId();
    int before = 0;
    Optional<Picked> known = picked(id);
    if (known.isPresent()) {
      if (known.get().attempt() >= pick.attempt()) {
        return Optional.empty();
      }
      before = known.get().quantity();
    }
    List<Picked> longer = new ArrayList<>(without(id));
    longer.add(new Picked(id, pick.attempt(), pick.quantity()));
    int more = pick.quantity() - before;
    List<Change> changes =
        more == 0 ? List.of() : List.of(new Change(MovementKind.HOLD, 0, id, null));
    return Optional.of(new Step<>(new Transit(longer, arriving, done), more, changes));
  }

  private Optional<Step<Transit>> unpick(TransitMovement.Unpick unpick) {
    String id = unpick.transferId();
    if (picked(id).filter(it -> it.attempt() <= unpick.upToAttempt()).isEmpty()) {
      return Optional.empty();
    }
    Transit next = new Transit(without(id), arriving, done);
    return Optional.of(Step.of(next, 0, new Change(MovementKind.RELEASE, 0, id, null)));
  }

  private Optional<Step<Transit>> depart(TransitMovement.Depart departure) {
    String id = departure.transferId();
    Optional<Picked> leaving = picked(id).filter(it -> it.attempt() == departure.attempt());
    if (leaving.isEmpty()) {
      return Optional.empty();
    }
    Transit next = new Transit(without(id), arriving, done);
    Change change = new Change(MovementKind.TRANSFER_OUT, -leaving.get().quantity(), id, null);
    return Optional.of(Step.of(next, 0, change));
  }

  private Optional<Step<Transit>> expect(TransitMovement.Expect expected, Instant now) {
    String id = expected.transferId();
    if (arriving(id) > 0 || done.contains(expecting(id))) {
      return Optional.empty();
    }
    Transit next =
        new Transit(
            leaving, replaced(arriving, id, expected.quantity()), done.with(expecting(id), now));
    return Optional.of(new Step<>(next, 0, List.of()));
  }

  private Optional<Step<Transit>> stillComing(TransitMovement.StillComing coming) {
    String id = coming.transferId();
    if (arriving(id) == coming.quantity()) {
      return Optional.empty();
    }
    Transit next = new Transit(leaving, replaced(arriving, id, coming.quantity()), done);
    return Optional.of(new Step<>(next, 0, List.of()));
  }

  // All that left the source is booked in, and what differs is booked out again with its reason:
  // so the ledger shows where units were lost, and on-hand never counts one that is not there.
  private Optional<Step<Transit>> arrive(TransitMovement.Arrive delivery, Instant now) {
    if (done.contains(delivery.id())) {
      return Optional.empty();
    }
    String id = delivery.transferId();
    int open = arriving(id) - delivery.accounted();
    if (open < 0) {
      throw new UnsoundStock("fewer units of transfer " + id + " are expected than have come");
    }
    Transit next =
        new Transit(leaving, replaced(arriving, id, open), done.with(delivery.id(), now));
    List<Change> changes =
        Stream.of(
                new Change(MovementKind.TRANSFER_IN, delivery.accounted(), id, null),
                difference(delivery, delivery.surplus(), "surplus"),
                difference(delivery, -delivery.damaged(), "damaged"),
                difference(delivery, -delivery.missing(), "missing"))
            .filter(change -> change.delta() != 0)
            .toList();
    return Optional.of(new Step<>(next, 0, changes));
  }

  private static Change difference(TransitMovement.Arrive delivery, int delta, String what) {
    return new Change(
        MovementKind.ADJUSTMENT, delta, delivery.transferId(), what + ": " + delivery.reason());
  }

  private static String expecting(String transferId) {
    return "expect-" + transferId;
  }

  /// What is set aside for the transfer.
  public Optional<Picked> picked(String transferId) {
    return leaving.stream().filter(one -> one.transferId().equals(transferId)).findFirst();
  }

  public int arriving(String transferId) {
    return arriving.stream()
        .filter(one -> one.transferId().equals(transferId))
        .mapToInt(Units::quantity)
        .sum();
  }

  long leavingInAll() {
    return leaving.stream().mapToLong(Picked::quantity).sum();
  }

  long arrivingInAll() {
    return arriving.stream().mapToLong(Units::quantity).sum();
  }

  private List<Picked> without(String transferId) {
    return leaving.stream().filter(one -> !one.transferId().equals(transferId)).toList();
  }

  private static List<Units> replaced(List<Units> units, String transferId, int quantity) {
    List<Units> others = new ArrayList<>(units);
    others.removeIf(one -> one.transferId().equals(transferId));
    if (quantity > 0) {
      others.add(new Units(transferId, quantity));
    }
    return List.copyOf(others);
  }
}
