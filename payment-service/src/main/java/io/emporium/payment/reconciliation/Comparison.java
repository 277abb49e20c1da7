package io.emporium.payment.reconciliation;

import io.emporium.kit.tenancy.SharedAcrossTenants;
import io.emporium.payment.payment.Provider;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/// The latest comparison with a provider's books.
///
/// @param id the provider's name
/// @param lines entries of the provider that were looked at
/// @param why what kept it from being finished
@Document("reconciliations")
@TypeAlias("reconciliation")
@SharedAcrossTenants(reason = "the account at the provider is the platform's")
public record Comparison(
    String id,
    Provider provider,
    Instant from,
    Instant to,
    Instant startedAt,
    Instant finishedAt,
    long lines,
    long drifts,
    @Nullable String why) {}
