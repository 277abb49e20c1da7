package io.emporium.audit.trail;

import io.emporium.kit.tenancy.TenantOwned;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/// One thing that happened. Written once, never changed.
///
/// @param id source and event id together, since an event id is unique within its source only
/// @param source the publishing service
/// @param action operation of a request, wire name of a fact
/// @param target path of a request, id of the aggregate that a fact is about
/// @param companyId null for what belongs to no company; only super admins see that
/// @param result allowed, denied, refused or failed for a request; done for a fact
/// @param status of the answer to a request
/// @param version of the aggregate after the change
/// @param data the contract as JSON text: as text, its bytes stay what they were, whatever names a
///   tenant has put into its maps
@Document(AuditEntry.COLLECTION)
@TypeAlias("audit_entry")
@TenantOwned
public record AuditEntry(
    @Id String id,
    String type,
    String source,
    String actor,
    String action,
    String target,
    @Nullable String companyId,
    @Nullable String shopId,
    Instant occurredAt,
    Instant receivedAt,
    String result,
    @Nullable Integer status,
    @Nullable String address,
    String correlationId,
    @Nullable String causationId,
    long version,
    String data) {

  public static final String COLLECTION = "audit_entries";

  static String idOf(String source, String eventId) {
    return source + ":" + eventId;
  }
}
