package io.emporium.inventory.transfer;

import io.emporium.kit.problem.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Goods of a transfer that arrived together, compared with what was still expected.
///
/// @param reason why something differs; null where nothing does
public record Delivery(
    String id, String receivedBy, Instant at, List<Line> lines, @Nullable String reason) {

  /// What arrived of a SKU; see [TransferLine].
  public record Line(String sku, int good, int damaged, int missing, int surplus) {}

  /// What somebody has counted.
  ///
  /// @param last whether nothing more will come: what is still open then is missing
  public record Count(List<Counted> lines, boolean last, @Nullable String reason) {}

  /// @param good units fit for the shelf
  public record Counted(String sku, int good, int damaged) {}

  /// @throws Refusal invalid, when something was counted that is not part of the transfer
  /// @throws Refusal rule, when something differs and nobody says why
  static Delivery of(String id, Count count, List<TransferLine> expected, Act act) {
    Map<String, Counted> bySku = bySku(count, expected);
    List<Line> lines = new ArrayList<>();
    for (TransferLine line : expected) {
      Counted counted = bySku.getOrDefault(line.sku(), new Counted(line.sku(), 0, 0));
      int arrived = counted.good() + counted.damaged();
      int surplus = Math.max(0, arrived - line.open());
      int missing = count.last() ? Math.max(0, line.open() - arrived) : 0;
      if (arrived + missing > 0) {
        lines.add(new Line(line.sku(), counted.good(), counted.damaged(), missing, surplus));
      }
    }
    if (lines.isEmpty()) {
      throw Refusal.invalid("/lines", "must not be empty unless `last` is true");
    }
    boolean differs =
        lines.stream().anyMatch(line -> line.damaged() + line.missing() + line.surplus() > 0);
    if (differs && count.reason() == null) {
      throw Refusal.rule(
          "difference_needs_reason", "Say why units are missing, damaged or more than were sent");
    }
    return new Delivery(id, act.by(), act.at(), lines, differs ? count.reason() : null);
  }

  private static Map<String, Counted> bySku(Count count, List<TransferLine> expected) {
    Map<String, Counted> bySku = new TreeMap<>();
    for (int n = 0; n < count.lines().size(); n++) {
      Counted counted = count.lines().get(n);
      if (expected.stream().noneMatch(line -> line.sku().equals(counted.sku()))) {
        throw Refusal.invalid("/lines/" + n + "/sku", "is not part of this transfer");
      }
      if (bySku.put(counted.sku(), counted) != null) {
        throw Refusal.invalid("/lines/" + n + "/sku", "is named twice");
      }
    }
    return bySku;
  }
}
