package io.emporium.auth.token;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// @param accessTokenLifetime at most 15 minutes: so long may a token outlive what it says
/// @param rotation how long one key signs
@Validated
@ConfigurationProperties("emporium.auth.signing")
public record SigningProperties(
    @DefaultValue("15m") @DurationMax(minutes = 15) Duration accessTokenLifetime,
    @DefaultValue("30d") @DurationMin(hours = 1) Duration rotation) {}
