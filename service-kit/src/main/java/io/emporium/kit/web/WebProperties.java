package io.emporium.kit.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// @param maxBody largest request body
/// @param turns how many requests are worked on at once
/// @param turnPatience how long a request waits for its turn
@ConfigurationProperties("emporium.web")
public record WebProperties(
    @DefaultValue("1MB") DataSize maxBody,
    @DefaultValue("32") int turns,
    @DefaultValue("30s") Duration turnPatience) {}
