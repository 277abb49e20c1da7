package io.emporium.inventory.batch;

import org.jspecify.annotations.Nullable;

/// A row as it was sent. Nothing about it is certain yet.
///
/// @param warehouse id or code
/// @param quantity units that came, the change of on-hand, or the threshold
public record RowInput(
    @Nullable String operation,
    @Nullable String warehouse,
    @Nullable String sku,
    @Nullable String quantity,
    @Nullable String reason) {}
