package io.emporium.shop.registry;

import java.time.DayOfWeek;

/// One span of a weekday, in the shop's zone: `09:00` to `18:30`.
public record OpeningHours(DayOfWeek day, String opens, String closes) {}
