package io.emporium.sales.returns;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One thing that happened to a return.
///
/// @param status of the return afterwards
/// @param actor id of the user, or `system`
public record ReturnNote(
    Instant at, ReturnStatus status, String event, String actor, @Nullable String note) {}
