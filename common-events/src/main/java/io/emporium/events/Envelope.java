package io.emporium.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What surrounds every message on the wire: the attributes of CloudEvents 1.0 and, as extensions,
/// who it belongs to and what caused it.
///
/// @param id deterministic, `aggregateId:version:n`; the same message published twice has the same
///   id
/// @param source the publishing service, `sales-service`
/// @param type wire name of the contract, `order.created`
/// @param time when the change happened
/// @param subject id of the aggregate that changed
/// @param datacontenttype always `application/json`
/// @param companyid the tenant; null for what belongs to no company (customers, platform)
/// @param shopid the shop within the company, where there is one
/// @param correlationid one id for everything that one request set in motion
/// @param causationid source and id of the message that caused this one, `sales-service:42:1:0`;
///   null when a request did
/// @param aggregateversion version of the aggregate after the change, 1 for its creation
/// @param actor id of the user, or `system` for what no person asked for
/// @param data the contract
public record Envelope<T extends Message>(
    String specversion,
    String id,
    String source,
    String type,
    Instant time,
    String subject,
    String datacontenttype,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String companyid,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String shopid,
    String correlationid,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String causationid,
    long aggregateversion,
    String actor,
    T data) {

  public static final String SPEC_VERSION = "1.0";
  public static final String JSON = "application/json";
}
