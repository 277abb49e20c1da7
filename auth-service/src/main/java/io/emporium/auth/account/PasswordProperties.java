package io.emporium.auth.account;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// @param pepper secret mixed into every hash; also protects the signing keys at rest
/// @param cost of bcrypt: each step doubles the work
/// @param concurrency how many hashes are computed at once; more than cores only makes all slower
/// @param patience how long a request waits for its turn to hash
@Validated
@ConfigurationProperties("emporium.auth.password")
public record PasswordProperties(
    @NotNull @Size(min = 32, max = 256) String pepper,
    @DefaultValue("10") @Min(10) @Max(16) int cost,
    @DefaultValue("2") @Min(1) @Max(64) int concurrency,
    @DefaultValue("30s") Duration patience) {}
