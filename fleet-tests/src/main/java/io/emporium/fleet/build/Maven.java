package io.emporium.fleet.build;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Runs Maven on this clone with the JDK that runs the driver; the whole output goes to a file.
public final class Maven {
  private final Path root;
  private final String command;

  public Maven(Path root) {
    this.root = root;
    this.command = System.getProperty("fleet.maven", "mvn");
  }

  /// Returns Maven's exit code. `watcher` sees every line as it comes.
  public int run(
      List<String> arguments, Map<String, String> environment, Path log, Consumer<String> watcher)
      throws IOException, InterruptedException {
    var all = new ArrayList<>(List.of(command, "-B", "-ntp"));
    all.addAll(arguments);
    Files.createDirectories(log.toAbsolutePath().getParent());
    var builder = new ProcessBuilder(all).directory(root.toFile()).redirectErrorStream(true);
    builder.redirectInput(new File("/dev/null"));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().putAll(environment);
    var maven = builder.start();
    try (var output = reader(maven);
        var copy = Files.newBufferedWriter(log)) {
      for (var line = output.readLine(); line != null; line = output.readLine()) {
        copy.write(line);
        copy.newLine();
        watcher.accept(line);
      }
      return maven.waitFor();
    } finally {
      maven.destroy();
    }
  }

  private static BufferedReader reader(Process maven) {
    return new BufferedReader(
        new InputStreamReader(maven.getInputStream(), StandardCharsets.UTF_8));
  }
}
