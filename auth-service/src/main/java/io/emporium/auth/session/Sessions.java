package io.emporium.auth.session;

import io.emporium.auth.account.Account;
import io.emporium.auth.session.SessionFamily.Owner;
import io.emporium.auth.session.SessionFamily.Times;
import io.emporium.kit.ids.Ids;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.PageQuery;
import io.emporium.kit.tenancy.Scope;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.stereotype.Component;

/// Starts, continues and ends sessions.
@Component
public class Sessions {

  /// A session that went on: whose, since when, and the token for next time.
  public record Continued(String userId, Instant startedAt, RefreshToken next) {}

  private final AggregateStore<SessionFamily> store;
  private final SessionProperties properties;
  private final Ids ids;
  private final Clock clock;

  Sessions(
      AggregateStore<SessionFamily> store, SessionProperties properties, Ids ids, Clock clock) {
    this.store = store;
    this.properties = properties;
    this.ids = ids;
    this.clock = clock;
  }

  public RefreshToken start(Account account, Client client) {
    RefreshToken first = RefreshToken.ofNewFamily(ids);
    Instant now = now();
    SessionFamily family =
        SessionFamily.start(
            first, new Owner(account.id(), account.companyId()), client, times(now, now, now));
    if (!store.create(family)) {
      throw new IllegalStateException("a new session met its own id");
    }
    return first;
  }

  /// Takes a token for its successor; empty when it is not, or no longer, good.
  public Optional<Continued> carryOn(RefreshToken presented, Client client) {
    if (store.find(Scope.platform(), presented.familyId()).isEmpty()) {
      return Optional.empty();
    }
    RefreshToken successor = presented.successor();
    SessionFamily family =
        store.change(
            Scope.platform(),
            presented.familyId(),
            current ->
                current.rotate(
                    presented,
                    successor,
                    client,
                    times(now(), current.startedAt(), current.lastUsedAt())));
    return family.expects(successor)
        ? Optional.of(new Continued(family.userId(), family.startedAt(), successor))
        : Optional.empty();
  }

  /// Ends the session of a token; one that is not good ends nothing.
  public void end(RefreshToken token) {
    store
        .find(Scope.platform(), token.familyId())
        .filter(family -> family.expects(token))
        .ifPresent(family -> end(Scope.platform(), family.id(), "signed_out"));
  }

  /// @throws Refusal not found, also for a session of somebody else
  public void endOwn(String userId, String sessionId) {
    end(Scope.customer(userId), sessionId, "ended_by_owner");
  }

  /// Open sessions, latest first.
  public List<SessionFamily> openOf(Account account) {
    Instant now = now();
    return store
        .list(
            Scope.customer(account.id()),
            new Document("expiresAt", new Document("$gt", now)),
            PageQuery.first(PageQuery.MAX_SIZE))
        .stream()
        .filter(family -> family.isOpen(now) && account.honours(family.startedAt()))
        .toList();
  }

  private void end(Scope scope, String familyId, String reason) {
    var _ = store.change(scope, familyId, family -> family.end(reason, now()));
  }

  private Times times(Instant now, Instant startedAt, Instant lastUsedAt) {
    Instant idleUntil = now.plus(properties.idle());
    Instant latest = startedAt.plus(properties.lifetime());
    return new Times(
        now,
        idleUntil.isBefore(latest) ? idleUntil : latest,
        lastUsedAt.plus(properties.retryWindow()));
  }

  // The database keeps milliseconds; what is compared with it later must not have more.
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
