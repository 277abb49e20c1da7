package io.emporium.payment.payment;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param openingWait how long a customer who is faster than the saga is made to wait
/// @param openingRecheck until the store is looked at meanwhile, for another instance may open it;
///   twice as long each time
/// @param openingWaitOfStaff how long a till is made to wait for it
/// @param firstCall after which a call that was written down and never answered counts as lost
/// @param lease how long one instance has for asking before another may; longer than one step at
///   the provider, and as long as nobody notices that the one has died
/// @param overdueAfter age at which what the provider does not know, it never got
/// @param askAgain waits before asking again after silence
/// @param whileActing between looks at a customer who has to do something at the provider's
/// @param probeEvery how often a provider that was last heard to be silent is asked about one
///   payment out of turn; once it answers, everything is asked
/// @param captureWithin after which reserved money is taken: PayPal honours a reservation for three
///   days, Stripe for seven
/// @param releaseAgain waits before a provider that refused to give reserved money free is asked
///   anew; together shorter than `captureWithin`
@ConfigurationProperties("emporium.payment")
public record PaymentProperties(
    @DefaultValue("10s") Duration openingWait,
    @DefaultValue("150ms") Duration openingRecheck,
    @DefaultValue("2s") Duration openingWaitOfStaff,
    @DefaultValue("15s") Duration firstCall,
    @DefaultValue("20s") Duration lease,
    @DefaultValue("5m") Duration overdueAfter,
    @DefaultValue({"2s", "5s", "15s", "30s", "5m", "1h", "1d", "1d", "1d", "1d", "1d"})
        List<Duration> askAgain,
    @DefaultValue("45s") Duration whileActing,
    @DefaultValue("5s") Duration probeEvery,
    @DefaultValue("60h") Duration captureWithin,
    @DefaultValue({"1m", "10m", "1h", "6h"}) List<Duration> releaseAgain) {}
