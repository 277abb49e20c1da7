package io.emporium.notification.recipient;

import io.emporium.kit.tenancy.SharedAcrossTenants;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/// What a customer adds to the account; ecommerce-service owns it. Kept apart from [Recipient],
/// since each counts its own versions.
@Document("profiles")
@TypeAlias("profile")
@SharedAcrossTenants(reason = "customers belong to no company")
public record Profile(@Id String id, @Nullable String phone) {}
