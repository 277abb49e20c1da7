package io.emporium.gateway.edge;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// @param maxBody of a request
/// @param bodyTime in which a request must have arrived, body and all
/// @param trustedProxies networks (`10.0.0.0/8`) whose `X-Forwarded-For` is believed
/// @param allowedOrigins web origins that may call from a browser; none by default
@ConfigurationProperties("emporium.gateway.edge")
public record EdgeProperties(
    @DefaultValue("1MB") DataSize maxBody,
    @DefaultValue("30s") Duration bodyTime,
    @DefaultValue List<String> trustedProxies,
    @DefaultValue List<String> allowedOrigins) {}
