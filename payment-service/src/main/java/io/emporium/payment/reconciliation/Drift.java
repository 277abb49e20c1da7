package io.emporium.payment.reconciliation;

import io.emporium.events.Money;
import io.emporium.kit.tenancy.TenantOwned;
import io.emporium.payment.payment.Provider;
import io.emporium.payment.payment.StatementLine;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/// A movement of money that our books and a provider's do not agree on. It is shown to people and
/// never mended by itself.
///
/// @param id provider and reference: the same difference is one, however often it is found
/// @param companyId null for what belongs to no payment of ours
/// @param ours null where we do not have it
/// @param theirs null where the provider does not have it
/// @param at when it moved, by whoever has it
/// @param seenAt when it was last found
@Document("reconciliation_drifts")
@TypeAlias("reconciliation_drift")
@TenantOwned
public record Drift(
    String id,
    @Nullable String companyId,
    Provider provider,
    StatementLine.Kind what,
    Kind kind,
    @Nullable String paymentId,
    @Nullable String orderId,
    String reference,
    @Nullable Money ours,
    @Nullable Money theirs,
    Instant at,
    Instant foundAt,
    Instant seenAt,
    State state) {

  /// How the books differ.
  public enum Kind {
    /// The provider moved money of which we know nothing.
    MISSING_HERE,
    /// We believe in money that the provider did not move.
    MISSING_THERE,
    AMOUNT_DIFFERS
  }

  /// Whether it is still there.
  public enum State {
    OPEN,
    /// A later comparison of the same time did not find it any more.
    RESOLVED
  }

  static String idOf(Provider provider, String reference) {
    return provider.wireName() + ":" + reference;
  }
}
