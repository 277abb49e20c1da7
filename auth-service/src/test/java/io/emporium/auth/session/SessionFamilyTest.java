package io.emporium.auth.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.emporium.auth.session.SessionFamily.Next;
import io.emporium.auth.session.SessionFamily.Owner;
import io.emporium.auth.session.SessionFamily.Times;
import io.emporium.events.user.RefreshReuseDetected;
import io.emporium.events.user.UserSessionEnded;
import io.emporium.kit.store.Outcome;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SessionFamilyTest {

  private static final Instant T0 = Instant.parse("2026-01-01T00:00:00Z");
  private static final Client CLIENT = new Client("192.0.2.1", null);

  private final RefreshToken first = new RefreshToken("f", "a");
  private final RefreshToken second = new RefreshToken("f", "b");
  private final RefreshToken third = new RefreshToken("f", "c");
  private final SessionFamily family =
      SessionFamily.start(first, new Owner("u", null), CLIENT, at(T0));

  @Test
  void aRetryGetsTheSameSuccessorHoweverOftenItComes() {
    assertThat(rotate(first, second, "salt-1", T0.plusSeconds(1))).isEqualTo(Outcome.APPLIED);

    for (int n = 0; n < 100; n++) {
      assertThat(rotate(first, third, "salt-2", T0.plusSeconds(2))).isEqualTo(Outcome.ALREADY);
    }

    assertThat(family.expects(second)).isTrue();
    assertThat(family.saltOfSuccessor(first, T0.plusSeconds(2))).contains("salt-1");
    assertThat(family.recorded()).isEmpty();
  }

  @Test
  void takesTheLastTokenAgainWithinTheWindowOnly() {
    rotate(first, second, "salt-1", T0.plusSeconds(1));

    var late = T0.plusSeconds(11);
    rotate(first, third, "salt-2", late);

    assertThat(family.isOpen(late)).isFalse();
    assertThat(family.endReason()).isEqualTo("reuse");
    assertThat(family.saltOfSuccessor(first, late)).isEmpty();
    assertThat(family.recorded())
        .hasAtLeastOneElementOfType(RefreshReuseDetected.class)
        .hasAtLeastOneElementOfType(UserSessionEnded.class);
  }

  @Test
  void takesTheLastTokenAgainOnlyWhileItsSuccessorIsUnused() {
    rotate(first, second, "salt-1", T0.plusSeconds(1));
    rotate(second, third, "salt-2", T0.plusSeconds(2));
    assertThat(family.expects(third)).isTrue();

    rotate(first, new RefreshToken("f", "d"), "salt-3", T0.plusSeconds(3));

    assertThat(family.isOpen(T0.plusSeconds(3))).isFalse();
  }

  @Test
  void isOverWhenItWasIdleTooLong() {
    var afterwards = T0.plus(Duration.ofDays(15));

    rotate(first, second, "salt-1", afterwards);

    assertThat(family.expects(second)).isFalse();
    assertThat(family.recorded()).isEmpty();
  }

  @Test
  void theDeviceIsKnownByItsLastTokensUnlessOneWasStolen() {
    rotate(first, second, "salt-1", T0.plusSeconds(1));
    assertThat(family.isDeviceWith(first)).isTrue();
    assertThat(family.isDeviceWith(second)).isTrue();
    assertThat(family.isDeviceWith(third)).isFalse();

    family.end(SessionFamily.REUSE, T0.plusSeconds(2));

    assertThat(family.isDeviceWith(second)).isFalse();
  }

  private Outcome rotate(RefreshToken presented, RefreshToken successor, String salt, Instant now) {
    return family.rotate(
        presented,
        new Next(successor, salt),
        CLIENT,
        new Times(now, now.plus(Duration.ofDays(14)), family.lastUsedAt().plusSeconds(10)));
  }

  private static Times at(Instant now) {
    return new Times(now, now.plus(Duration.ofDays(14)), now);
  }
}
