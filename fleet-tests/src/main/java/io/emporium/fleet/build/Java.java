package io.emporium.fleet.build;

import java.nio.file.Path;

/// The `java` of the JDK that runs the driver: the start script chose it.
public final class Java {
  private Java() {}

  public static String command() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
