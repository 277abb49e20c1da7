package io.emporium.auth.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.emporium.auth.session.SessionFamily.Owner;
import io.emporium.auth.session.SessionFamily.Times;
import io.emporium.events.user.RefreshReuseDetected;
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
  void takesTheLastTokenAgainWithinTheWindowOnly() {
    rotate(first, second, T0.plusSeconds(1));

    var late = T0.plusSeconds(11);
    rotate(first, third, late);

    assertThat(family.isOpen(late)).isFalse();
    assertThat(family.endReason()).isEqualTo("reuse");
    assertThat(family.recorded()).anyMatch(RefreshReuseDetected.class::isInstance);
  }

  @Test
  void takesTheLastTokenAgainOnceOnly() {
    rotate(first, second, T0.plusSeconds(1));
    rotate(first, third, T0.plusSeconds(2));
    assertThat(family.expects(third)).isTrue();

    rotate(first, new RefreshToken("f", "d"), T0.plusSeconds(3));

    assertThat(family.isOpen(T0.plusSeconds(3))).isFalse();
  }

  @Test
  void isOverWhenItWasIdleTooLong() {
    var afterwards = T0.plus(Duration.ofDays(15));

    rotate(first, second, afterwards);

    assertThat(family.expects(second)).isFalse();
    assertThat(family.recorded()).isEmpty();
  }

  private void rotate(RefreshToken presented, RefreshToken successor, Instant now) {
    var _ =
        family.rotate(
            presented,
            successor,
            CLIENT,
            new Times(now, now.plus(Duration.ofDays(14)), family.lastUsedAt().plusSeconds(10)));
  }

  private static Times at(Instant now) {
    return new Times(now, now.plus(Duration.ofDays(14)), now);
  }
}
