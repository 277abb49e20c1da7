package io.emporium.fleet.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// All that is needed to start one detached process. `build` names what it runs, so that a later
/// build is recognised.
public record Launch(
    String name,
    List<String> command,
    Path folder,
    Map<String, String> environment,
    Path log,
    String build) {}
