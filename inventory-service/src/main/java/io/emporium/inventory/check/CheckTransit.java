package io.emporium.inventory.check;

import io.emporium.inventory.check.Drift.Kind;
import io.emporium.inventory.stock.StockItem;
import io.emporium.inventory.stock.StockKey;
import io.emporium.inventory.stock.Transit;
import io.emporium.inventory.transfer.FindTransfer;
import io.emporium.inventory.transfer.Transfer;
import io.emporium.inventory.transfer.TransferLine;
import io.emporium.inventory.transfer.TransferStatus;
import io.emporium.kit.tenancy.Scope;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Compares what items promise to transfers and expect of them with the transfers, from both sides.
@Component
class CheckTransit {

  private static final int CHUNK = 200;

  private final FindTransfer transfers;
  private final Patience patience;

  CheckTransit(FindTransfer transfers, Patience patience) {
    this.transfers = transfers;
    this.patience = patience;
  }

  /// Nothing is promised to or expected of a transfer that knows nothing of it.
  void check(Scope scope, List<StockItem> items, Findings findings) {
    Set<String> ids =
        items.stream()
            .map(StockItem::transit)
            .flatMap(
                transit ->
                    Stream.concat(
                        transit.leaving().stream().map(Transit.Picked::transferId),
                        transit.arriving().stream().map(Transit.Units::transferId)))
            .collect(Collectors.toSet());
    Map<String, Transfer> known =
        transfers.among(scope, ids).stream()
            .collect(Collectors.toMap(Transfer::id, Function.identity()));
    for (StockItem item : items) {
      for (Transit.Picked picked : item.transit().leaving()) {
        Transfer transfer = known.get(picked.transferId());
        if (transfer == null || picked.attempt() <= transfer.lastVainAttempt()) {
          var units = new Transit.Units(picked.transferId(), picked.quantity());
          report(Kind.STRAY_PICK, item, units, transfer, findings);
        }
      }
      for (Transit.Units units : item.transit().arriving()) {
        Transfer transfer = known.get(units.transferId());
        if (transfer == null || !(isInTransit(transfer) || transfer.status().isUnderWay())) {
          report(Kind.INCOMING, item, units, transfer, findings);
        }
      }
    }
  }

  private void report(
      Kind kind,
      StockItem item,
      Transit.Units units,
      @Nullable Transfer transfer,
      Findings findings) {
    findings.add(
        Findings.at(kind, item.key(), units.transferId(), 0, units.quantity()),
        patience.withWork(transfer == null ? null : transfer.changedAt()));
  }

  /// What is on its way is expected.
  void check(Scope scope, Promises promises, Findings findings) {
    String last = "";
    List<Transfer> chunk;
    do {
      chunk = transfers.inTransitAfter(scope, last, CHUNK);
      for (Transfer transfer : chunk) {
        last = transfer.id();
        findings.countTransfer();
        transfer.lines().forEach(line -> check(transfer, line, promises, findings));
      }
    } while (chunk.size() == CHUNK);
    findings.countUnfinished(transfers.underWay(scope));
  }

  private void check(Transfer transfer, TransferLine line, Promises promises, Findings findings) {
    StockKey key = new StockKey(transfer.owner(), transfer.toWarehouseId(), line.sku());
    int actual = promises.expected(key, transfer.id());
    if (actual != line.open()) {
      // Read once more: a delivery may have come between the two reads.
      boolean underWay =
          patience.withWork(transfer.changedAt())
              || transfers.among(Scope.company(transfer.owner()), Set.of(transfer.id())).stream()
                  .noneMatch(current -> current.version() == transfer.version());
      findings.add(Findings.at(Kind.INCOMING, key, transfer.id(), line.open(), actual), underWay);
    }
  }

  private static boolean isInTransit(Transfer transfer) {
    return transfer.status() == TransferStatus.SHIPPED
        || transfer.status() == TransferStatus.PARTLY_RECEIVED;
  }
}
