package io.emporium.fleet.build;

import io.emporium.fleet.roster.FleetPaths;
import io.emporium.fleet.roster.Roster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Which modules have sources newer than their last build. A stamp per module carries the moment
/// the build began, so that a file saved while it ran is not missed.
final class Staleness {
  private final FleetPaths paths;

  Staleness(FleetPaths paths) {
    this.paths = paths;
  }

  List<String> stale(List<String> modules) throws IOException {
    var stale = new ArrayList<String>();
    for (var module : modules) {
      if (isStale(module)) {
        stale.add(module);
      }
    }
    return stale;
  }

  boolean isStale(String module) throws IOException {
    var stamp = paths.stamps().resolve(module);
    if (!Files.exists(stamp) || !hasJar(module)) {
      return true;
    }
    var built = Files.getLastModifiedTime(stamp).toInstant();
    for (var source : inputs(module)) {
      if (newest(source).isAfter(built)) {
        return true;
      }
    }
    return false;
  }

  void built(List<String> modules, Instant began) throws IOException {
    Files.createDirectories(paths.stamps());
    for (var module : modules) {
      var stamp = paths.stamps().resolve(module);
      Files.writeString(stamp, began + "\n");
      Files.setLastModifiedTime(stamp, FileTime.from(began));
    }
  }

  private List<Path> inputs(String module) {
    var inputs = new ArrayList<Path>();
    inputs.add(paths.root().resolve("pom.xml"));
    addModule(inputs, module);
    if (!Roster.LOCAL_STACK.equals(module)) {
      Roster.SHARED_MODULES.forEach(shared -> addModule(inputs, shared));
    }
    return inputs;
  }

  private void addModule(List<Path> inputs, String module) {
    inputs.add(paths.root().resolve(module).resolve("pom.xml"));
    inputs.add(paths.root().resolve(module).resolve("src/main"));
  }

  private boolean hasJar(String module) throws IOException {
    return !jars(paths.root().resolve(module).resolve("target")).isEmpty();
  }

  static List<Path> jars(Path target) throws IOException {
    if (!Files.isDirectory(target)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(target)) {
      return files
          .filter(file -> file.toString().endsWith(".jar"))
          .filter(file -> !file.toString().matches(".*-(tests|sources|javadoc)\\.jar"))
          .sorted()
          .toList();
    }
  }

  private static Instant newest(Path source) throws IOException {
    if (!Files.exists(source)) {
      return Instant.EPOCH;
    }
    try (Stream<Path> files = Files.walk(source)) {
      return files.map(Staleness::modified).max(Instant::compareTo).orElse(Instant.EPOCH);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static Instant modified(Path file) {
    try {
      return Files.getLastModifiedTime(file).toInstant();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
