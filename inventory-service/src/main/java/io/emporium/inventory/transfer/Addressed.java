package io.emporium.inventory.transfer;

import io.emporium.kit.security.Caller;
import org.jspecify.annotations.Nullable;

/// Which transfer somebody means.
///
/// @param version that the caller has seen; null when the caller did not say
public record Addressed(Caller caller, String id, @Nullable Long version) {}
