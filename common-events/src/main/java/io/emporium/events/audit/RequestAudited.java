package io.emporium.events.audit;

import io.emporium.events.Contract;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A request that changed something, or was denied. `result` is allowed, denied, refused or failed;
/// `operation` is method and path template; `path` the real path, without its query.
@Contract("audit.request")
public record RequestAudited(
    String service,
    String operation,
    String path,
    @Nullable String userId,
    @Nullable String role,
    int status,
    String result,
    String address,
    Instant at)
    implements AuditEvent {}
