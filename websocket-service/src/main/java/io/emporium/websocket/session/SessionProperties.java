package io.emporium.websocket.session;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// @param allowedOrigins patterns of the pages that may connect
/// @param maxFrame largest frame that a client may send
/// @param maxPerUser connections that one user may hold to one instance
/// @param timeToConnect how long a connection may be open before its client says who it is
/// @param maxSubscriptions that one connection may have at a time
/// @param maxSubscriptionId characters of the id that a client gives a subscription
@Validated
@ConfigurationProperties("emporium.websocket")
public record SessionProperties(
    @DefaultValue({}) List<String> allowedOrigins,
    @DefaultValue("64KB") DataSize maxFrame,
    @Min(1) @DefaultValue("10") int maxPerUser,
    @DurationMin(seconds = 1) @DefaultValue("10s") Duration timeToConnect,
    @Min(1) @DefaultValue("100") int maxSubscriptions,
    @Min(1) @DefaultValue("100") int maxSubscriptionId) {}
