package io.emporium.fleet.build;

import java.nio.file.Files;
import java.nio.file.Path;

/// One build of one application, unpacked and ready to run. `build` is the fingerprint of its jar.
public record AppHome(String name, Path folder, String build) {
  public static final String JAR = "app.jar";
  public static final String CACHE = "app.aot";
  private static final String UNTRAINED = "app.aot.failed";

  public boolean isTrained() {
    return Files.exists(folder.resolve(CACHE));
  }

  Path failureMark() {
    return folder.resolve(UNTRAINED);
  }

  boolean needsTraining() {
    return !isTrained() && !Files.exists(failureMark());
  }
}
