package io.emporium.inventory.transfer;

import io.emporium.kit.problem.Refusal;
import org.jspecify.annotations.Nullable;

/// Who has done what about a transfer, by user id.
public record People(String createdBy, @Nullable String submittedBy, @Nullable String decidedBy) {

  static People of(Act creation) {
    return new People(creation.by(), null, null);
  }

  People submitted(Act act) {
    return new People(createdBy, act.by(), null);
  }

  People decided(Act act) {
    return new People(createdBy, submittedBy, act.by());
  }

  /// @throws Refusal forbidden, for who has asked for the transfer
  void requireAnother(Act act) {
    if (act.by().equals(createdBy) || act.by().equals(submittedBy)) {
      throw Refusal.forbidden("own_transfer", "Somebody else must decide about this transfer");
    }
  }
}
