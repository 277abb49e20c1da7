package io.emporium.payment.reconciliation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param every how often the books are compared
/// @param lookBack how much time each comparison covers; more than `every`, so that a drift which
///   mends itself is seen to have gone, and more than a reservation waits to be taken
@ConfigurationProperties("emporium.payment.reconciliation")
public record ReconciliationProperties(
    @DefaultValue("6h") Duration every, @DefaultValue("4d") Duration lookBack) {}
