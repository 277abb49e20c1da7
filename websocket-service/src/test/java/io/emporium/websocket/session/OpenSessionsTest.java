package io.emporium.websocket.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.emporium.kit.problem.Refusal;
import io.emporium.kit.security.Caller;
import io.emporium.kit.security.CallerAuthentication;
import io.emporium.kit.security.Revocations;
import io.emporium.kit.security.Role;
import io.emporium.kit.testing.MovingClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.util.unit.DataSize;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketSession;

class OpenSessionsTest {

  private static final Instant T0 = Instant.parse("2026-01-01T00:00:00Z");
  private static final SessionProperties SETTINGS =
      new SessionProperties(
          List.of(), DataSize.ofKilobytes(64), 3, Duration.ofSeconds(10), 2, "short".length());

  private final List<String> closed = new CopyOnWriteArrayList<>();
  private final MovingClock clock = new MovingClock(T0);
  private final OpenSessions sessions =
      new OpenSessions(new Revocations(), SETTINGS, clock, new SimpleMeterRegistry());

  @Test
  void whoDoesNotSayInTimeWhoItIsIsClosed() {
    sessions.opened(connection("silent"));
    sessions.opened(connection("known"));
    sessions.authenticated("known", ann());
    clock.moveTo(T0.plusSeconds(1));
    sessions.opened(connection("young"));

    clock.moveTo(T0.plusSeconds(10));
    sessions.closeVoid();

    await().until(() -> !closed.isEmpty());
    assertThat(closed).containsExactly("silent: no CONNECT in time");
  }

  @Test
  void onlyAFewSubscriptionsLiveAtATime() {
    sessions.opened(connection("one"));
    sessions.opened(connection("other"));
    sessions.subscribed("one", "a");
    sessions.subscribed("one", "b");
    sessions.subscribed("other", "a");

    assertRefused("one", "c", "too_many_subscriptions");
    sessions.unsubscribed("one", "a");
    sessions.subscribed("one", "c");
    assertRefused("one", "d", "too_many_subscriptions");
  }

  @Test
  void anIdIsShortAndNotInUse() {
    sessions.opened(connection("one"));
    sessions.subscribed("one", "short");

    assertRefused("one", "longer", "subscription_id_refused");
    assertRefused("one", null, "subscription_id_refused");
    assertRefused("one", "short", "subscribed_already");
    sessions.unsubscribed("one", "short");
    sessions.subscribed("one", "short");
  }

  @Test
  void whatHasEndedHasNoSubscriptions() {
    WebSocketSession connection = connection("one");
    sessions.opened(connection);
    sessions.subscribed("one", "a");

    sessions.closed(connection);
    sessions.unsubscribed("one", "a");

    assertRefused("one", "b", "connection_ended");
  }

  private void assertRefused(String sessionId, String subscriptionId, String code) {
    assertThatThrownBy(() -> sessions.subscribed(sessionId, subscriptionId))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  private static CallerAuthentication ann() {
    Jwt token =
        Jwt.withTokenValue("token")
            .header("alg", "RS256")
            .expiresAt(T0.plus(Duration.ofHours(1)))
            .build();
    return new CallerAuthentication(
        new Caller("ann", "ann@example.com", Role.CUSTOMER, null, Set.of(), T0), token);
  }

  // The container's session, as far as it is asked here.
  private WebSocketSession connection(String id) {
    return (WebSocketSession)
        Proxy.newProxyInstance(
            WebSocketSession.class.getClassLoader(),
            new Class<?>[] {WebSocketSession.class},
            (_, method, arguments) -> {
              if (method.getName().equals("close")) {
                closed.add(id + ": " + ((CloseStatus) arguments[0]).getReason());
              }
              return method.getName().equals("getId") ? id : null;
            });
  }
}
