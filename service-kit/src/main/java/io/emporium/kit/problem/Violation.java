package io.emporium.kit.problem;

/// One thing that is wrong with a request.
///
/// @param pointer JSON pointer into the body, `/items/0/quantity`, or the name of a parameter
/// @param message for a person
public record Violation(String pointer, String message) {}
