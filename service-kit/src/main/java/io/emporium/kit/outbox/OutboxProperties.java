package io.emporium.kit.outbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param sweepInterval how often documents left behind by a crash are looked for
/// @param settleTime how old an entry must be before the sweep takes it from the queue's hands
@ConfigurationProperties("emporium.outbox")
public record OutboxProperties(
    @DefaultValue("500ms") Duration sweepInterval, @DefaultValue("2s") Duration settleTime) {}
