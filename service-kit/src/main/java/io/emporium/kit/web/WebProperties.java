package io.emporium.kit.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// @param maxBody largest request body
@ConfigurationProperties("emporium.web")
public record WebProperties(@DefaultValue("1MB") DataSize maxBody) {}
