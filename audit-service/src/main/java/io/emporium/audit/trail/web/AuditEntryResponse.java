package io.emporium.audit.trail.web;

import io.emporium.audit.trail.AuditEntry;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

record AuditEntryResponse(
    String id,
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
    JsonNode data) {

  static AuditEntryResponse from(AuditEntry entry, JsonMapper mapper) {
    return new AuditEntryResponse(
        entry.id(),
        entry.type(),
        entry.source(),
        entry.actor(),
        entry.action(),
        entry.target(),
        entry.companyId(),
        entry.shopId(),
        entry.occurredAt(),
        entry.receivedAt(),
        entry.result(),
        entry.status(),
        entry.address(),
        entry.correlationId(),
        entry.causationId(),
        entry.version(),
        mapper.readTree(entry.data()));
  }
}
