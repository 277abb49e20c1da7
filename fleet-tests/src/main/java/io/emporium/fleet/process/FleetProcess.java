package io.emporium.fleet.process;

import java.time.Instant;

/// A process that the fleet started. The start ticks and the boot tell it from another process that
/// got the same pid later.
public record FleetProcess(
    String name, long pid, long startTicks, String bootId, String build, Instant startedAt) {

  public boolean isAlive() {
    return bootId.equals(ProcFs.bootId())
        && ProcFs.startTicks(pid).filter(ticks -> ticks == startTicks).isPresent();
  }
}
