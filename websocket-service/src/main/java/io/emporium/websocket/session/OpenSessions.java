package io.emporium.websocket.session;

import io.emporium.kit.problem.Refusal;
import io.emporium.kit.security.Caller;
import io.emporium.kit.security.CallerAuthentication;
import io.emporium.kit.security.Revocations;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketSession;

/// The connections of this instance. One lives no longer than the token behind it: it is closed
/// when the token expires or is revoked, and where its client does not show one in time.
@Component
public final class OpenSessions {

  private static final Logger log = LoggerFactory.getLogger(OpenSessions.class);

  /// @param caller null until the client has sent CONNECT
  private record OpenSession(
      WebSocketSession connection,
      Instant opened,
      Subscriptions subscriptions,
      @Nullable CallerAuthentication caller) {

    boolean isOf(String userId) {
      return caller != null && caller.getName().equals(userId);
    }

    OpenSession of(CallerAuthentication known) {
      return new OpenSession(connection, opened, subscriptions, known);
    }
  }

  private final Map<String, OpenSession> sessions = new ConcurrentHashMap<>();
  private final Revocations revocations;
  private final SessionProperties settings;
  private final Clock clock;

  OpenSessions(
      Revocations revocations, SessionProperties settings, Clock clock, MeterRegistry meters) {
    this.revocations = revocations;
    this.settings = settings;
    this.clock = clock;
    meters.gaugeMapSize("emporium.websocket.sessions", List.of(), sessions);
  }

  public void opened(WebSocketSession connection) {
    sessions.put(
        connection.getId(),
        new OpenSession(connection, clock.instant(), new Subscriptions(settings), null));
  }

  public void closed(WebSocketSession connection) {
    sessions.remove(connection.getId());
  }

  /// @throws Refusal when it has been told who it is before, or the user holds too many connections
  public synchronized void authenticated(String sessionId, CallerAuthentication caller) {
    OpenSession mine = sessions.get(sessionId);
    if (mine == null || mine.caller() != null) {
      throw Refusal.conflict("connected_already", "This connection has a user, or has ended");
    }
    long held =
        sessions.values().stream().filter(session -> session.isOf(caller.getName())).count();
    if (held >= settings.maxPerUser()) {
      throw Refusal.conflict("too_many_connections", "Too many connections are open already");
    }
    sessions.replace(sessionId, mine, mine.of(caller));
  }

  /// @throws Refusal when the session cannot have this subscription beside those that it has
  public void subscribed(String sessionId, @Nullable String subscriptionId) {
    OpenSession mine = sessions.get(sessionId);
    if (mine == null) {
      throw Refusal.conflict("connection_ended", "This connection has ended");
    }
    mine.subscriptions().enter(subscriptionId);
  }

  public void unsubscribed(String sessionId, @Nullable String subscriptionId) {
    OpenSession mine = sessions.get(sessionId);
    if (mine != null) {
      mine.subscriptions().leave(subscriptionId);
    }
  }

  /// Who is behind the session; empty before CONNECT, and once the token has become void.
  public Optional<Caller> callerOf(@Nullable String sessionId) {
    return Optional.ofNullable(sessionId)
        .map(sessions::get)
        .map(OpenSession::caller)
        .filter(caller -> reasonToClose(caller) == null)
        .map(CallerAuthentication::getPrincipal);
  }

  @Scheduled(fixedDelayString = "PT1S")
  void closeVoid() {
    sessions.forEach(
        (_, session) -> {
          String reason = reasonToClose(session);
          if (reason != null) {
            // A peer that does not read can hold up its own close, and nobody else's.
            Thread.startVirtualThread(() -> close(session.connection(), reason));
          }
        });
  }

  // Spring waits for a first message only, and a heartbeat is one.
  private @Nullable String reasonToClose(OpenSession session) {
    CallerAuthentication caller = session.caller();
    if (caller != null) {
      return reasonToClose(caller);
    }
    Instant end = session.opened().plus(settings.timeToConnect());
    return end.isAfter(clock.instant()) ? null : "no CONNECT in time";
  }

  private @Nullable String reasonToClose(CallerAuthentication caller) {
    Instant expiry = caller.getCredentials().getExpiresAt();
    if (expiry == null || !expiry.isAfter(clock.instant())) {
      return "token expired";
    }
    return revocations.voids(caller.getPrincipal()) ? "token revoked" : null;
  }

  private void close(WebSocketSession connection, String reason) {
    sessions.remove(connection.getId());
    try {
      connection.close(CloseStatus.POLICY_VIOLATION.withReason(reason));
    } catch (IOException e) {
      log.debug("connection {} was gone already: {}", connection.getId(), e.getMessage());
    }
  }
}
