package io.emporium.inventory.transfer.web;

import io.emporium.inventory.transfer.FindTransfer;
import io.emporium.inventory.transfer.TransferStatus;
import io.emporium.kit.problem.Refusal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Parameters of the list.
///
/// @param from id of the source
/// @param to id of the target
record TransferQuery(
    @Nullable String status, @Nullable String from, @Nullable String to, @Nullable String sku) {

  FindTransfer.Filter toFilter() {
    return new FindTransfer.Filter(parsed(status), from, to, sku);
  }

  private static @Nullable TransferStatus parsed(@Nullable String status) {
    if (status == null) {
      return null;
    }
    return Arrays.stream(TransferStatus.values())
        .filter(value -> value.name().equalsIgnoreCase(status))
        .findFirst()
        .orElseThrow(() -> Refusal.invalid("status", "must be the status of a transfer"));
  }
}
