package io.emporium.fleet.build;

import io.emporium.fleet.FleetProblem;
import io.emporium.fleet.roster.FleetPaths;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Unpacks built jars into `.fleet/apps/<name>/<fingerprint>`. A running process keeps its own
/// build: a newer one gets a folder of its own.
public final class AppStore {
  private final FleetPaths paths;

  public AppStore(FleetPaths paths) {
    this.paths = paths;
  }

  public AppHome unpack(String module) throws IOException, InterruptedException {
    var jar = builtJar(module);
    var build = Fingerprint.of(jar, paths.stamps().resolve(module + ".fingerprint"));
    var home = new AppHome(module, paths.apps().resolve(module).resolve(build), build);
    if (!Files.isDirectory(home.folder())) {
      var fresh = home.folder().resolveSibling(".new");
      delete(fresh);
      Files.createDirectories(fresh.getParent());
      unpack(jar, fresh);
      Files.move(fresh, home.folder(), StandardCopyOption.ATOMIC_MOVE);
    }
    return home;
  }

  private void unpack(Path jar, Path target) throws IOException, InterruptedException {
    var libraries = jar.resolveSibling("lib");
    if (Files.isDirectory(libraries)) {
      copyPlain(jar, libraries, target);
    } else {
      extractBoot(jar, target);
    }
  }

  private static void copyPlain(Path jar, Path libraries, Path target) throws IOException {
    Files.createDirectories(target.resolve("lib"));
    Files.copy(jar, target.resolve(AppHome.JAR));
    try (Stream<Path> files = Files.list(libraries)) {
      for (var file : files.toList()) {
        Files.copy(file, target.resolve("lib").resolve(file.getFileName()));
      }
    }
  }

  private void extractBoot(Path jar, Path target) throws IOException, InterruptedException {
    var log = paths.log("extract");
    var builder =
        new ProcessBuilder(
            Java.command(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Djarmode=tools",
            "-jar",
            jar.toString(),
            "extract",
            "--application-filename",
            AppHome.JAR,
            "--destination",
            target.toString());
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    builder.redirectInput(new File("/dev/null"));
    if (builder.start().waitFor() != 0) {
      throw new FleetProblem("cannot unpack " + paths.show(jar) + "; see " + paths.show(log));
    }
  }

  private Path builtJar(String module) throws IOException {
    var jars = Staleness.jars(paths.root().resolve(module).resolve("target"));
    if (jars.isEmpty()) {
      throw new FleetProblem(module + " is not built: " + module + "/target holds no jar");
    }
    return jars.getFirst();
  }

  /// Removes builds that nothing runs any more.
  public void prune(String module, Set<String> keep) throws IOException {
    var folder = paths.apps().resolve(module);
    try (Stream<Path> builds = Files.list(folder)) {
      for (var build : builds.filter(b -> !keep.contains(b.getFileName().toString())).toList()) {
        delete(build);
      }
    }
  }

  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> files = Files.walk(folder)) {
      all = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (var file : all) {
      Files.delete(file);
    }
  }
}
