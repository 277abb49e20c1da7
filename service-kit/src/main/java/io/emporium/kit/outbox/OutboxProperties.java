package io.emporium.kit.outbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param sweepInterval how often what could not be published is tried again
/// @param calmSweepInterval how often documents left behind by a crash are looked for, while all
///   goes well
/// @param settleTime how old an entry must be before the sweep takes it from the queue's hands
@ConfigurationProperties("emporium.outbox")
public record OutboxProperties(
    @DefaultValue("500ms") Duration sweepInterval,
    @DefaultValue("5s") Duration calmSweepInterval,
    @DefaultValue("2s") Duration settleTime) {}
