package io.emporium.inventory.transfer;

import java.util.List;

/// Who sells from the two warehouses of a transfer.
///
/// @param from the only shops that sell from the source; empty when all of the company do
/// @param to the same of the target
record ServedShops(List<String> from, List<String> to) {

  static final ServedShops ALL = new ServedShops(List.of(), List.of());

  ServedShops {
    from = List.copyOf(from);
    to = List.copyOf(to);
  }
}
