package io.emporium.fleet.roster;

import java.util.Locale;

/// One of the thirteen: its module, its two ports and how its JVM is run.
public record Service(String name, int port, int managementPort, JvmSettings jvm) {
  static Service of(String name, int port, JvmSettings jvm) {
    return new Service(name, port, port + 1000, jvm);
  }

  /// `sales-service` is reached under `SALES_SERVICE_URL`.
  public String urlSetting() {
    return name.toUpperCase(Locale.ROOT).replace('-', '_') + "_URL";
  }
}
