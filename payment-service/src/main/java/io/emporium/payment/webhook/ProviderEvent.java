package io.emporium.payment.webhook;

import io.emporium.events.Money;
import io.emporium.kit.tenancy.SharedAcrossTenants;
import io.emporium.payment.payment.Provider;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/// A notification as it was received, and what became of it.
///
/// @param id the provider's id of it: the same notification is stored once
/// @param companyId whose payment it names; null when it names none
/// @param payload the verified body
/// @param closed that a person has seen to an orphan; null while nobody has
@Document("provider_events")
@TypeAlias("provider_event")
@SharedAcrossTenants(
    reason = "the provider's account is the platform's; whose it is shows only with its payment")
public record ProviderEvent(
    String id,
    Provider provider,
    String type,
    State state,
    @Nullable String companyId,
    @Nullable String paymentId,
    @Nullable String reference,
    @Nullable Money amount,
    Instant receivedAt,
    String payload,
    @Nullable Closed closed) {

  /// Who saw to an orphan, and what they did.
  public record Closed(String by, String why, Instant at) {}

  /// How far it came.
  public enum State {
    /// Stored; a repetition of the notification goes on from here after a crash.
    RECEIVED,
    APPLIED,
    /// Of no concern.
    IGNORED,
    /// Money was taken for a payment that does not exist, or another amount than was asked for.
    ORPHAN,
    /// An orphan that a person has seen to.
    CLOSED
  }
}
