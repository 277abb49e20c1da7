package io.emporium.sales.checkout;

import io.emporium.events.Command;
import java.util.List;

/// What the saga makes of a reply.
///
/// @param state after it, with step, ending and deadline
/// @param commands to send
/// @param applied false when the reply had no effect any more: nothing is to be written
public record Decision(Checkout state, List<Command> commands, boolean applied) {

  static Decision already(Checkout state) {
    return new Decision(state, List.of(), false);
  }
}
