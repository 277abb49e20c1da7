package io.emporium.shop.web;

import io.emporium.shop.registry.OpeningHours;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.DayOfWeek;

/// @param opens `09:00`, in the shop's zone
/// @param closes up to `24:00`
record OpeningHoursRequest(
    @NotNull DayOfWeek day,
    @NotNull @Pattern(regexp = "([01]\\d|2[0-3]):[0-5]\\d") String opens,
    @NotNull @Pattern(regexp = "([01]\\d|2[0-3]):[0-5]\\d|24:00") String closes) {

  OpeningHours toHours() {
    return new OpeningHours(day, opens, closes);
  }
}
