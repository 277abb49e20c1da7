package io.emporium.fleet.roster;

import java.util.ArrayList;
import java.util.List;

/// How one service's JVM is run. C1 alone starts soonest and compiles cheapest on a small machine;
/// `FLEET_FULL_JIT` names the services that get both compilers.
public record JvmSettings(int heapMiB, boolean fullJit) {
  static final JvmSettings SMALL = new JvmSettings(96, false);
  static final JvmSettings BUSY = new JvmSettings(128, false);

  public JvmSettings withFullJit() {
    return new JvmSettings(heapMiB, true);
  }

  public List<String> flags() {
    var flags = new ArrayList<String>();
    flags.add("-XX:+UseSerialGC");
    if (!fullJit) {
      flags.add("-XX:TieredStopAtLevel=1");
    }
    flags.add("-Xmx" + heapMiB + "m");
    flags.add("-Xss512k");
    // With 48 MiB each JVM collected its whole heap at start, and again under load, for the sake of
    // code ("CodeCache GC Threshold" in its log). What is not used is only reserved.
    flags.add("-XX:ReservedCodeCacheSize=96m");
    flags.add("-XX:+ExitOnOutOfMemoryError");
    flags.add("-Djava.awt.headless=true");
    flags.add("--enable-native-access=ALL-UNNAMED");
    // The gateway's netty, see there; otherwise every start begins with four lines of warning.
    flags.add("--sun-misc-unsafe-memory-access=allow");
    return flags;
  }
}
