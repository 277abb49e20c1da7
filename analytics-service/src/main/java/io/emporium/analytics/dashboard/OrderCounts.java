package io.emporium.analytics.dashboard;

/// How many orders came to each point within a span; one that was placed and cancelled counts in
/// both.
public record OrderCounts(
    long placed, long confirmed, long cancelled, long rejected, long expired) {}
