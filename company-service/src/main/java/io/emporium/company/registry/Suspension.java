package io.emporium.company.registry;

import java.time.Instant;

/// Why, and since when, a company is suspended.
public record Suspension(String reason, Instant since) {}
