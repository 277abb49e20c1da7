package io.emporium.fleet.roster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where a fleet keeps its state. Builds are shared by every fleet of a clone, the rest is its own.
public record FleetPaths(Path root, Path state) {
  public static FleetPaths of(Path root) {
    return new FleetPaths(root, root.resolve(".fleet"));
  }

  /// A second fleet of the same clone, for tests.
  public FleetPaths privateState(String name) {
    return new FleetPaths(root, root.resolve(".fleet").resolve(name));
  }

  public Path apps() {
    return root.resolve(".fleet/apps");
  }

  public Path stamps() {
    return root.resolve(".fleet/build");
  }

  public Path run() {
    return state.resolve("run");
  }

  public Path logs() {
    return state.resolve("logs");
  }

  public Path data() {
    return state.resolve("data");
  }

  public Path broker() {
    return state.resolve("broker");
  }

  public Path log(String name) {
    return logs().resolve(name + ".log");
  }

  /// Paths inside the clone are shown relative to it.
  public String show(Path path) {
    return path.startsWith(root) ? root.relativize(path).toString() : path.toString();
  }

  public void create() throws IOException {
    for (var folder : new Path[] {apps(), stamps(), run(), logs(), data(), broker()}) {
      Files.createDirectories(folder);
    }
  }
}
