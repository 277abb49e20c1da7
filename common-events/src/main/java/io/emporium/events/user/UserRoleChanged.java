package io.emporium.events.user;

import io.emporium.events.Contract;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Role or scope differ from now on; tokens issued before are stale.
@Contract("user.role_changed")
public record UserRoleChanged(
    String userId,
    String role,
    String previousRole,
    @Nullable String companyId,
    List<String> shopIds)
    implements UserEvent {}
