package io.emporium.fleet.roster;

import java.util.ArrayList;
import java.util.List;

/// How one service's JVM is run. C1 alone starts soonest and compiles cheapest on a small machine;
/// `FLEET_FULL_JIT` names the services that get both compilers.
public record JvmSettings(int heapMiB, int codeCacheMiB, boolean fullJit) {
  static final JvmSettings SMALL = new JvmSettings(96, 48, false);
  static final JvmSettings BUSY = new JvmSettings(128, 48, false);

  public JvmSettings withFullJit() {
    return new JvmSettings(heapMiB, 96, true);
  }

  public List<String> flags() {
    var flags = new ArrayList<String>();
    flags.add("-XX:+UseSerialGC");
    if (!fullJit) {
      flags.add("-XX:TieredStopAtLevel=1");
    }
    flags.add("-Xmx" + heapMiB + "m");
    flags.add("-Xss512k");
    flags.add("-XX:ReservedCodeCacheSize=" + codeCacheMiB + "m");
    flags.add("-XX:+ExitOnOutOfMemoryError");
    flags.add("-Djava.awt.headless=true");
    flags.add("--enable-native-access=ALL-UNNAMED");
    return flags;
  }
}
