package io.emporium.notification.recipient;

import io.emporium.kit.tenancy.TenantOwned;
import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/// A device that takes pushes for a user.
///
/// @param id derived from the token: a device that changes hands is one device
@Document("devices")
@TypeAlias("device")
@TenantOwned(company = "", customer = "userId")
public record Device(@Id String id, String userId, String token, Instant registeredAt) {}
