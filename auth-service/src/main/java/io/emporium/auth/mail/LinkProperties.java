package io.emporium.auth.mail;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// @param baseUrl of the pages that links lead to: `<base>/reset-password#token=…`
/// @param verification how long an address may be proved by its letter
/// @param reset how long a password may be reset by its letter
/// @param invitation how long an invitation stands
@Validated
@ConfigurationProperties("emporium.auth.link")
public record LinkProperties(
    @NotNull @DefaultValue("http://127.0.0.1:8000") URI baseUrl,
    @DefaultValue("48h") @DurationMin(minutes = 5) @DurationMax(days = 30) Duration verification,
    @DefaultValue("30m") @DurationMin(minutes = 5) @DurationMax(days = 1) Duration reset,
    @DefaultValue("7d") @DurationMin(minutes = 5) @DurationMax(days = 30) Duration invitation) {}
