package io.emporium.fleet.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// One small JSON file per process that the fleet started.
public final class PidFiles {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private final Path folder;

  public PidFiles(Path folder) {
    this.folder = folder;
  }

  public Optional<FleetProcess> find(String name) throws IOException {
    var file = file(name);
    return Files.exists(file)
        ? Optional.of(JSON.readValue(Files.readString(file), FleetProcess.class))
        : Optional.empty();
  }

  /// A pid file whose process is gone, or whose pid belongs to somebody else now, does not count.
  public Optional<FleetProcess> findAlive(String name) throws IOException {
    return find(name).filter(FleetProcess::isAlive);
  }

  public void save(FleetProcess process) throws IOException {
    Files.createDirectories(folder);
    var next = folder.resolve("." + process.name() + ".new");
    Files.writeString(next, JSON.writeValueAsString(process));
    Files.move(next, file(process.name()), StandardCopyOption.REPLACE_EXISTING);
  }

  public void delete(String name) throws IOException {
    Files.deleteIfExists(file(name));
  }

  private Path file(String name) {
    return folder.resolve(name + ".json");
  }
}
