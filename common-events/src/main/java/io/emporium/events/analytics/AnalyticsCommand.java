package io.emporium.events.analytics;

import io.emporium.events.Command;
import io.emporium.events.HandledBy;

/// What is to be counted.
@HandledBy("analytics-service")
public sealed interface AnalyticsCommand extends Command permits TrackSale {}
