package io.emporium.fleet.roster;

import java.util.Locale;

/// One of the thirteen: its module, its two ports and how its JVM is run.
///
/// @param background whether nobody waits for what it does: it then gives way to those that
///   somebody does wait for, when the machine has not enough for all
public record Service(
    String name, int port, int managementPort, JvmSettings jvm, boolean background) {
  static Service of(String name, int port, JvmSettings jvm) {
    return new Service(name, port, port + 1000, jvm, false);
  }

  static Service inTheBackground(String name, int port, JvmSettings jvm) {
    return new Service(name, port, port + 1000, jvm, true);
  }

  /// `sales-service` is reached under `SALES_SERVICE_URL`.
  public String urlSetting() {
    return name.toUpperCase(Locale.ROOT).replace('-', '_') + "_URL";
  }
}
