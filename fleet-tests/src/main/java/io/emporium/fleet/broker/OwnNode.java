package io.emporium.fleet.broker;

import io.emporium.fleet.process.FleetProcess;
import io.emporium.fleet.process.Launch;
import io.emporium.fleet.process.Launcher;
import io.emporium.fleet.process.Ports;
import io.emporium.fleet.roster.FleetPaths;
import io.emporium.fleet.roster.Roster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A RabbitMQ node that belongs to one fleet alone: own name, port mapper, cookie, data and
/// configuration. A node of the system's package may run beside it.
final class OwnNode {
  static final String EPMD = "epmd";
  private static final int EPMD_PORT = 14369;
  private static final int DIST_PORT = 25772;
  private final FleetPaths paths;
  private final Launcher launcher;

  OwnNode(FleetPaths paths, Launcher launcher) {
    this.paths = paths;
    this.launcher = launcher;
  }

  FleetProcess start(Path script, BrokerAddress address) throws IOException {
    var folder = paths.broker();
    Files.createDirectories(folder.resolve("home"));
    write(folder.resolve("rabbitmq.conf"), configuration(address));
    write(folder.resolve("enabled_plugins"), "[rabbitmq_management,rabbitmq_stomp].\n");
    write(folder.resolve("rabbitmq-env.conf"), "");
    write(
        folder.resolve("definitions.json"),
        Definitions.json(address.username(), address.password()));
    var mapper = startPortMapper();
    return launcher.start(
        new Launch(
            Roster.RABBITMQ,
            List.of(script.toString()),
            folder,
            environment(mapper),
            paths.log(Roster.RABBITMQ),
            ""));
  }

  /// Started by ourselves: the one that RabbitMQ would start outlives it and has no pid file.
  private int startPortMapper() throws IOException {
    var port = Ports.freeFrom(EPMD_PORT);
    launcher.start(
        new Launch(
            EPMD,
            List.of("epmd", "-port", Integer.toString(port), "-address", "127.0.0.1"),
            paths.broker(),
            Map.of(),
            paths.log(EPMD),
            ""));
    return port;
  }

  private Map<String, String> environment(int mapperPort) {
    var folder = paths.broker();
    var environment = new HashMap<String, String>();
    environment.put("HOME", folder.resolve("home").toString());
    environment.put("ERL_EPMD_PORT", Integer.toString(mapperPort));
    environment.put("ERL_EPMD_ADDRESS", "127.0.0.1");
    environment.put("RABBITMQ_NODENAME", "emporium@localhost");
    environment.put("RABBITMQ_DIST_PORT", Integer.toString(Ports.freeFrom(DIST_PORT)));
    environment.put("RABBITMQ_CONF_ENV_FILE", folder.resolve("rabbitmq-env.conf").toString());
    environment.put("RABBITMQ_CONFIG_FILE", folder.resolve("rabbitmq.conf").toString());
    environment.put("RABBITMQ_ENABLED_PLUGINS_FILE", folder.resolve("enabled_plugins").toString());
    environment.put("RABBITMQ_MNESIA_BASE", paths.data().resolve("rabbitmq").toString());
    environment.put("RABBITMQ_LOG_BASE", folder.resolve("log").toString());
    environment.put("RABBITMQ_LOGS", "-");
    // Idle schedulers would spin for work that a small machine has better use for.
    environment.put(
        "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS",
        "-kernel inet_dist_use_interface {127,0,0,1} +sbwt none +sbwtdcpu none +sbwtdio none");
    // Makes the start script exec the node instead of guarding it, so that the pid is the node's.
    environment.put("detached", "true");
    return environment;
  }

  /// Everything listens on loopback only: the default credentials are public. Its own statistics,
  /// every 5 s unless told otherwise, would cost an idle node most of its work.
  private static String configuration(BrokerAddress address) {
    return """
        listeners.tcp.1 = 127.0.0.1:%d
        management.tcp.ip = 127.0.0.1
        management.tcp.port = %d
        stomp.listeners.tcp.1 = 127.0.0.1:%d
        load_definitions = definitions.json
        log.console = true
        log.console.level = warning
        log.file = false
        vm_memory_high_watermark.absolute = 768MB
        disk_free_limit.absolute = 100MB
        collect_statistics_interval = 20000
        """
        .formatted(address.port(), address.managementPort(), address.stompPort());
  }

  private static void write(Path file, String text) throws IOException {
    Files.writeString(file, text);
  }
}
