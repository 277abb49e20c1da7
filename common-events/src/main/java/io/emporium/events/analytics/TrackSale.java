package io.emporium.events.analytics;

import io.emporium.events.Contract;
import io.emporium.events.Money;
import java.time.Instant;
import java.util.List;

/// A confirmed sale: revenue is `net`, tax apart.
@Contract("analytics.track")
public record TrackSale(
    String orderId,
    String shopId,
    String customerId,
    List<SoldLine> lines,
    Money net,
    Money tax,
    Money total,
    Instant soldAt)
    implements AnalyticsCommand {}
