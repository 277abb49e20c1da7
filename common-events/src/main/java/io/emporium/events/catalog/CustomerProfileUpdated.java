package io.emporium.events.catalog;

import io.emporium.events.Contract;
import org.jspecify.annotations.Nullable;

/// Name, phone or language of a customer changed.
@Contract("customer.profile_updated")
public record CustomerProfileUpdated(
    String customerId, @Nullable String fullName, @Nullable String phone, @Nullable String locale)
    implements CustomerEvent {}
