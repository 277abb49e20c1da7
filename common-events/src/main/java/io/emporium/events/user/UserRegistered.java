package io.emporium.events.user;

import io.emporium.events.Contract;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An account exists. `role` is the wire name of the role; `companyId` is null for customers and
/// super admins.
@Contract("user.registered")
public record UserRegistered(
    String userId,
    String email,
    @Nullable String fullName,
    String role,
    @Nullable String companyId,
    List<String> shopIds)
    implements UserEvent {}
