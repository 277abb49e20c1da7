package io.emporium.fleet.build;

import java.util.List;
import java.util.Map;

/// An unpacked service with the flags and settings that it will run with.
public record Trainee(AppHome home, List<String> jvmFlags, Map<String, String> environment) {}
