package io.emporium.fleet.suite;

import java.util.Map;
import java.util.Set;

/// What a test run covers.
///
/// @param modules whether the modules' own tests run too, or only those of the running fleet
/// @param classes of the fleet's tests; empty for all
/// @param properties handed to the fleet's tests, such as `fleet.buyers`
public record TestPlan(boolean modules, Set<String> classes, Map<String, String> properties) {}
