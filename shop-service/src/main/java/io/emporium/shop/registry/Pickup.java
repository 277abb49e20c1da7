package io.emporium.shop.registry;

import org.jspecify.annotations.Nullable;

/// How buyers fetch what they ordered.
///
/// @param readyAfterMinutes how long the shop needs to get an order ready
public record Pickup(@Nullable String instructions, int readyAfterMinutes) {}
