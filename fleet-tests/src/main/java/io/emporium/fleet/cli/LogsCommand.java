package io.emporium.fleet.cli;

import io.emporium.fleet.FleetProblem;
import io.emporium.fleet.control.FleetContext;
import io.emporium.fleet.logs.LogView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "logs",
    description = "Shows the last log lines, of one service or of all in time order.",
    mixinStandardHelpOptions = true)
public final class LogsCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..1",
      paramLabel = "SERVICE",
      description = "One service; all when left out.")
  private String service = "";

  @Option(
      names = {"-f", "--follow"},
      description = "Keep showing what is written.")
  private boolean follow;

  @Option(
      names = {"-n", "--lines"},
      paramLabel = "N",
      description = "How many lines (${DEFAULT-VALUE}).")
  private int count = 50;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var terminal = FleetHome.terminal();
    var fleet = FleetContext.own(FleetHome.root(), terminal);
    var view = new LogView(files(fleet.paths().logs()), terminal);
    view.last(count);
    if (follow) {
      view.follow();
    }
    return 0;
  }

  private List<Path> files(Path folder) throws IOException {
    if (!service.isEmpty()) {
      var file = folder.resolve(service + ".log");
      if (!Files.exists(file)) {
        throw new FleetProblem("no log of '" + service + "'; " + there(all(folder)));
      }
      return List.of(file);
    }
    var services = all(folder).stream().filter(file -> isService(name(file))).toList();
    if (services.isEmpty()) {
      throw new FleetProblem(there(services));
    }
    return services;
  }

  private static String there(List<Path> logs) {
    return logs.isEmpty()
        ? "nothing of this fleet was started yet (./fleet up)"
        : "there are: " + String.join(", ", logs.stream().map(LogsCommand::name).toList());
  }

  private static boolean isService(String name) {
    return name.endsWith("-service") || "api-gateway".equals(name) || "local-stack".equals(name);
  }

  private static List<Path> all(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".log")).sorted().toList();
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString().replaceAll("\\.log$", "");
  }
}
