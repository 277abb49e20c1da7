package io.emporium.fleet.wall;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What is not as it must be, gathered from many threads and told by operation and complaint: one
/// hole answers to dozens of cases.
public final class Findings {

  private static final int SHOWN = 3;

  private final Map<String, Map<String, List<String>>> byOperation = new TreeMap<>();
  private int count;

  /// @param complaint what is wrong, the same for all cases of one kind
  /// @param evidence who asked what, and the answer
  public synchronized void add(String operation, String complaint, String evidence) {
    count++;
    byOperation
        .computeIfAbsent(operation, _ -> new TreeMap<>())
        .computeIfAbsent(complaint, _ -> new ArrayList<>())
        .add(evidence);
  }

  public synchronized int count() {
    return count;
  }

  /// Empty when there is nothing to tell.
  public synchronized String report() {
    StringBuilder report = new StringBuilder();
    byOperation.forEach(
        (operation, complaints) -> {
          report.append('\n').append(operation).append('\n');
          complaints.forEach((complaint, cases) -> tell(report, complaint, cases));
        });
    return report.toString();
  }

  private static void tell(StringBuilder report, String complaint, List<String> cases) {
    report.append("  ").append(complaint).append(" (").append(cases.size()).append(")\n");
    cases.stream().limit(SHOWN).forEach(one -> report.append("    ").append(one).append('\n'));
  }
}
