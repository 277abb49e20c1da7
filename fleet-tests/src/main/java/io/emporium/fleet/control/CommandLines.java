package io.emporium.fleet.control;

import io.emporium.fleet.build.AppHome;
import io.emporium.fleet.build.Java;
import io.emporium.fleet.roster.JvmSettings;
import io.emporium.fleet.roster.Service;
import io.emporium.fleet.settings.Settings;
import java.util.ArrayList;
import java.util.List;

/// How a JVM of the fleet is called. Relative paths only: the cache then holds wherever the clone
/// is.
final class CommandLines {
  private static final List<String> GIVING_WAY = List.of("nice", "-n", "5");
  private static final String FULL_JIT = "FLEET_FULL_JIT";
  private final Settings settings;

  CommandLines(Settings settings) {
    this.settings = settings;
  }

  List<String> jvmFlags(Service service) {
    return jvm(service).flags();
  }

  private JvmSettings jvm(Service service) {
    var jvm = service.jvm();
    return settings.list(FULL_JIT).contains(service.name()) ? jvm.withFullJit() : jvm;
  }

  List<String> service(Service service, AppHome home) {
    var command = new ArrayList<String>();
    if (service.background()) {
      command.addAll(GIVING_WAY);
    }
    command.add(Java.command());
    command.add("-Dfleet.service=" + service.name());
    command.addAll(jvmFlags(service));
    if (home.isTrained()) {
      command.add("-XX:AOTCache=" + AppHome.CACHE);
    }
    command.addAll(List.of("-jar", AppHome.JAR));
    return command;
  }

  List<String> localStack() {
    return List.of(
        Java.command(),
        "-Dfleet.service=local-stack",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        // A cache of pages, and the indexes of all databases: about 11 KB of them per order.
        "-Xmx768m",
        "-Xss512k",
        "-jar",
        AppHome.JAR);
  }
}
