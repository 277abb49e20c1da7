package io.emporium.fleet.bench;

import java.time.Duration;

/// CPU time that a process has used since its start, user and kernel.
@FunctionalInterface
public interface CpuTime {
  Duration soFar();
}
