package io.emporium.auth.session;

import io.emporium.auth.account.Account;
import io.emporium.auth.session.SessionFamily.Next;
import io.emporium.auth.session.SessionFamily.Owner;
import io.emporium.auth.session.SessionFamily.Times;
import io.emporium.auth.throttle.Neighbourhood;
import io.emporium.kit.ids.Ids;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.Page;
import io.emporium.kit.store.PageQuery;
import io.emporium.kit.tenancy.Scope;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Starts, continues and ends sessions.
@Component
public class Sessions {

  /// A session that went on: whose, since when, and the token for next time.
  public record Continued(String userId, Instant startedAt, RefreshToken next) {}

  private final AggregateStore<SessionFamily> store;
  private final RefreshTokens tokens;
  private final SessionProperties properties;
  private final Ids ids;
  private final Clock clock;

  Sessions(
      AggregateStore<SessionFamily> store,
      RefreshTokens tokens,
      SessionProperties properties,
      Ids ids,
      Clock clock) {
    this.store = store;
    this.tokens = tokens;
    this.properties = properties;
    this.ids = ids;
    this.clock = clock;
  }

  /// @param startedAt not before the account's and its company's cut-off
  public RefreshToken start(Account account, Client client, Instant startedAt) {
    RefreshToken first = tokens.first(ids.next());
    Times times = times(startedAt, startedAt, startedAt);
    SessionFamily family =
        SessionFamily.start(first, new Owner(account.id(), account.companyId()), client, times);
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
    String salt = tokens.salt();
    Next next = new Next(tokens.successor(presented, salt), salt);
    SessionFamily family =
        store.change(
            Scope.platform(),
            presented.familyId(),
            current ->
                current.rotate(
                    presented,
                    next,
                    client,
                    times(now(), current.startedAt(), current.lastUsedAt())));
    return family
        .saltOfSuccessor(presented, now())
        .map(taken -> tokens.successor(presented, taken))
        .map(successor -> new Continued(family.userId(), family.startedAt(), successor));
  }

  /// The session of the device that shows its last token, for as long as sessions are remembered.
  ///
  /// @param account null where there is none: the same is looked up, so that it takes as long
  public Optional<String> deviceOf(@Nullable Account account, @Nullable String lastToken) {
    return Optional.ofNullable(lastToken)
        .flatMap(RefreshToken::parse)
        .flatMap(
            token ->
                store
                    .find(Scope.platform(), token.familyId())
                    .filter(family -> family.isDeviceWith(token)))
        .filter(
            family ->
                account != null
                    && family.userId().equals(account.id())
                    && !family.startedAt().isBefore(account.passwordSetAt()))
        .map(SessionFamily::id);
  }

  /// Whether somebody signed in from there with the password of today.
  ///
  /// @param account null where there is none: the same is looked up, so that it takes as long
  public boolean knows(@Nullable Account account, String address) {
    String userId = account == null ? "nobody" : account.id();
    Instant since = account == null ? now() : account.passwordSetAt();
    Document from =
        new Document("$or", List.of(fromNeighbourhoodOf(address), fromBeforeItWasKept(address)))
            .append("startedAt", new Document("$gte", since))
            .append("endReason", new Document("$ne", SessionFamily.REUSE));
    return store.findOne(Scope.customer(userId), from).isPresent();
  }

  private static Document fromNeighbourhoodOf(String address) {
    return new Document("neighbourhood", Neighbourhood.of(address));
  }

  private static Document fromBeforeItWasKept(String address) {
    return new Document("neighbourhood", null).append("address", address);
  }

  /// Ends the session of a token; one that is not good ends nothing. The one spent last is good:
  /// the answer with its successor may not have arrived.
  public void end(RefreshToken token) {
    store
        .find(Scope.platform(), token.familyId())
        .filter(family -> family.isDeviceWith(token))
        .ifPresent(family -> end(Scope.platform(), family.id(), "signed_out"));
  }

  /// @throws Refusal not found, also for a session of somebody else
  public void endOwn(String userId, String sessionId) {
    end(Scope.customer(userId), sessionId, "ended_by_owner");
  }

  /// Open sessions, latest first.
  public Page<SessionFamily> openOf(Account account, PageQuery page) {
    Document open =
        new Document("expiresAt", new Document("$gt", now()))
            .append("endedAt", null)
            .append("startedAt", new Document("$gte", account.sessionsFrom()));
    return store.page(Scope.customer(account.id()), open, page);
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
