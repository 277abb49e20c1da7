package io.emporium.kit.testing.simulation;

import java.util.Random;

/// How rough a world is; some are calm, some double nearly everything, in some nobody lives long.
///
/// @param doubled percent of messages that come more than once
/// @param lost percent that come only after they were sent again
/// @param killed percent of the points at which a process dies
/// @param delayMillis the longest ordinary delay
/// @param jumps clock jumps per ten thousand happenings
/// @param skewMillis how much clocks differ
record Weather(int doubled, int lost, int killed, int delayMillis, int jumps, int skewMillis) {

  private static final int RESEND_MILLIS = 60_000;
  private static final int RECOVERY_MILLIS = 20_000;
  private static final int JUMP_MILLIS = 15 * 60_000;

  static Weather drawn(Random random) {
    return new Weather(
        oneOf(random, 0, 10, 60),
        oneOf(random, 0, 5, 30),
        oneOf(random, 0, 3, 15),
        oneOf(random, 5, 200, 5_000),
        oneOf(random, 0, 0, 20),
        oneOf(random, 0, 50, 2_000));
  }

  private static int oneOf(Random random, int... values) {
    return values[random.nextInt(values.length)];
  }

  boolean doubles(Random random) {
    return random.nextInt(100) < doubled;
  }

  boolean kills(Random random) {
    return random.nextInt(100) < killed;
  }

  long delay(Random random) {
    long ordinary = random.nextInt(delayMillis + 1);
    return random.nextInt(100) < lost ? ordinary + random.nextInt(RESEND_MILLIS) : ordinary;
  }

  long recovery(Random random) {
    return 500 + random.nextInt(RECOVERY_MILLIS);
  }

  long jump(Random random) {
    return jumps > 0 && random.nextInt(10_000) < jumps ? random.nextInt(JUMP_MILLIS) : 0;
  }
}
