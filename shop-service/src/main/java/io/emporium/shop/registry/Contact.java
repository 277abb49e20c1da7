package io.emporium.shop.registry;

import org.jspecify.annotations.Nullable;

/// How to reach a shop.
public record Contact(@Nullable String email, @Nullable String phone, @Nullable String website) {}
