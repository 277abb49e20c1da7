package io.emporium.fleet.settings;

import io.emporium.fleet.FleetProblem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The settings in force: `.env.example` gives the defaults, `.env` overrides them, the environment
/// overrides both.
public record Settings(Map<String, String> values) {
  public Settings {
    values = Map.copyOf(values);
  }

  public static Settings load(Path root, Map<String, String> environment) throws IOException {
    return merge(
        EnvFile.read(root.resolve(".env.example")),
        EnvFile.read(root.resolve(".env")),
        environment);
  }

  /// Only names that a file declares are taken from the environment: the rest of it is inherited by
  /// every process anyway.
  static Settings merge(
      Map<String, String> defaults, Map<String, String> local, Map<String, String> environment) {
    var merged = new LinkedHashMap<>(defaults);
    merged.putAll(local);
    merged.replaceAll((name, value) -> environment.getOrDefault(name, value));
    return new Settings(merged);
  }

  public String get(String name) {
    var value = values.get(name);
    if (value == null) {
      throw new FleetProblem("setting " + name + " is missing; .env.example lists its default");
    }
    return value;
  }

  public int port(String name) {
    var value = get(name);
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw new FleetProblem("setting " + name + " must be a port number, not '" + value + "'", e);
    }
  }

  public Set<String> list(String name) {
    return Arrays.stream(values.getOrDefault(name, "").split(","))
        .map(String::strip)
        .filter(item -> !item.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  public Settings with(Map<String, String> overrides) {
    var merged = new LinkedHashMap<>(values);
    merged.putAll(overrides);
    return new Settings(merged);
  }
}
