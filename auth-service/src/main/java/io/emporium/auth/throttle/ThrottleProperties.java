package io.emporium.auth.throttle;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// @param perAccount failures on one account from one address before that address must wait
/// @param perAddress failures from one address, whatever the account
/// @param window after so long without a failure the count starts again; also how long to wait
@Validated
@ConfigurationProperties("emporium.auth.throttle")
public record ThrottleProperties(
    @DefaultValue("5") @Min(1) int perAccount,
    @DefaultValue("100") @Min(1) int perAddress,
    @DefaultValue("15m") Duration window) {}
