package io.emporium.events.catalog;

import org.jspecify.annotations.Nullable;

/// Where to deliver. `country` is ISO 3166-1 alpha-2.
public record DeliveryAddress(
    String name,
    String line1,
    @Nullable String line2,
    String city,
    @Nullable String region,
    String postalCode,
    String country,
    @Nullable String phone) {}
