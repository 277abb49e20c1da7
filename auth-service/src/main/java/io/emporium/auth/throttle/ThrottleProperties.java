package io.emporium.auth.throttle;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How many may fail within any window, however the failures are spread over it.
///
/// @param perSource on one account from one address, or from one device that has been here before
/// @param perAccount on one account from everywhere, known addresses and devices apart
/// @param perAddress from one address, whatever the account
/// @param lettersPerAddress letters that one address may ask for, whoever they are to
/// @param window how long a failure counts
/// @param patience how long an attempt waits for those before it to turn out right or wrong
@Validated
@ConfigurationProperties("emporium.auth.throttle")
public record ThrottleProperties(
    @DefaultValue("5") @Min(1) @Max(100) int perSource,
    @DefaultValue("10") @Min(1) @Max(100) int perAccount,
    @DefaultValue("100") @Min(1) @Max(1000) int perAddress,
    @DefaultValue("20") @Min(1) @Max(1000) int lettersPerAddress,
    @DefaultValue("15m") Duration window,
    @DefaultValue("20s") Duration patience) {}
