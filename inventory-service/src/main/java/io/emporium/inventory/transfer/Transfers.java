package io.emporium.inventory.transfer;

import io.emporium.inventory.work.StripedLocks;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.Outcome;
import io.emporium.kit.tenancy.Scope;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/// The transfers of all companies, and the one way in which a command changes one: whatever a crash
/// has cut off is brought to its end first, then the command decides, then its work is done.
@Component
class Transfers {

  private final AggregateStore<Transfer> store;
  private final FindTransfer find;
  private final CarryTransfer carry;
  private final StripedLocks turns = new StripedLocks();

  Transfers(AggregateStore<Transfer> store, FindTransfer find, CarryTransfer carry) {
    this.store = store;
    this.find = find;
    this.carry = carry;
  }

  /// @throws Refusal not found, stale, or refused by the transfer
  Transfer command(Addressed addressed, Function<Transfer, Outcome> command) {
    return inTurn(
        addressed.id(),
        () -> {
          Transfer found = carry.handle(find.byId(addressed.caller(), addressed.id()));
          Transfer changed =
              store.change(Scope.company(found.owner()), found.id(), addressed.version(), command);
          return carry.handle(changed);
        });
  }

  /// One after the other in this process. Between processes the guards of the writes decide.
  <T> T inTurn(String transferId, Supplier<T> work) {
    return turns.within(transferId, work);
  }
}
