package io.emporium.fleet.chaos;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Who dies when. The same seed makes the same schedule.
final class KillSchedule {

  /// Every third death meets a fleet that has not recovered from the one before.
  private static final int ONE_IN = 3;

  private KillSchedule() {}

  /// Spreads the deaths over the whole run, so that each meets orders under way; in every round
  /// everybody dies once, in another order.
  static List<Kill> of(ChaosPlan plan, List<String> victims) {
    Random random = new Random(plan.seed());
    List<String> sequence = new ArrayList<>();
    for (int round = 0; round < plan.kills(); round++) {
      List<String> shuffled = new ArrayList<>(victims);
      Collections.shuffle(shuffled, random);
      sequence.addAll(shuffled);
    }
    double gap = (double) plan.orders() / (sequence.size() + 1);
    List<Kill> kills = new ArrayList<>();
    for (int i = 0; i < sequence.size(); i++) {
      double jitter = random.nextDouble() - 0.5;
      int at = (int) Math.round(gap * (i + 1 + jitter));
      boolean last = i == sequence.size() - 1;
      kills.add(
          new Kill(
              Math.clamp(at, 0, plan.orders() - 1),
              sequence.get(i),
              last || random.nextInt(ONE_IN) != 0));
    }
    return kills;
  }
}
