package io.emporium.websocket.session;

import jakarta.validation.constraints.Min;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// @param allowedOrigins patterns of the pages that may connect
/// @param maxFrame largest frame that a client may send
/// @param maxPerUser connections that one user may hold to one instance
@Validated
@ConfigurationProperties("emporium.websocket")
public record SessionProperties(
    @DefaultValue({}) List<String> allowedOrigins,
    @DefaultValue("64KB") DataSize maxFrame,
    @Min(1) @DefaultValue("10") int maxPerUser) {}
