package io.emporium.auth.session;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param idle a session that is not refreshed for so long is over
/// @param lifetime a session is over after this, however busy
/// @param retryWindow how long a client that lost the answer may send its last token again
@ConfigurationProperties("emporium.auth.session")
public record SessionProperties(
    @DefaultValue("14d") Duration idle,
    @DefaultValue("90d") Duration lifetime,
    @DefaultValue("10s") Duration retryWindow) {}
