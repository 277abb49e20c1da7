package io.emporium.payment.payment.gateway;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How much of a provider's trouble becomes ours.
///
/// @param concurrency calls under way at once
/// @param timeLimit of one step, however many calls it takes
/// @param window calls that are looked back on
/// @param failureRate percent of silence among them that opens the circuit
/// @param openFor how long it stays open before the provider is tried again
@ConfigurationProperties("emporium.payment.guard")
record GuardProperties(
    @DefaultValue("64") int concurrency,
    @DefaultValue("13s") Duration timeLimit,
    @DefaultValue("20") int window,
    @DefaultValue("50") int failureRate,
    @DefaultValue("5s") Duration openFor) {}
