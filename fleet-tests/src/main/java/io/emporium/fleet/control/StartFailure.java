package io.emporium.fleet.control;

/// A process that did not become healthy, and why.
record StartFailure(String name, String cause) {}
