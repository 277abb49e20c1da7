package io.emporium.auth.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.emporium.events.notification.SendNotification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PendingTokensTest {

  private static final Instant T0 = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void aNewOneLeavesTheEarlierAlone() {
    Letter one = letter(Purpose.RESET_PASSWORD, T0);
    Letter two = letter(Purpose.RESET_PASSWORD, T0);
    PendingTokens tokens = PendingTokens.none().with(one, T0).with(two, T0);

    assertThat(tokens.contain(one.token(), T0)).isTrue();
    assertThat(tokens.contain(two.token(), T0)).isTrue();
  }

  @Test
  void thereIsRoomForThreeAMinuteApart() {
    PendingTokens tokens = PendingTokens.none();
    for (int n = 0; n < 3; n++) {
      Instant now = T0.plus(Duration.ofMinutes(n));
      assertThat(tokens.hasRoomFor(Purpose.RESET_PASSWORD, now)).isTrue();
      tokens = tokens.with(letter(Purpose.RESET_PASSWORD, now), now);
      assertThat(tokens.hasRoomFor(Purpose.RESET_PASSWORD, now.plusSeconds(59))).isFalse();
    }

    assertThat(tokens.hasRoomFor(Purpose.RESET_PASSWORD, T0.plus(Duration.ofMinutes(10))))
        .isFalse();
    assertThat(tokens.hasRoomFor(Purpose.VERIFY_EMAIL, T0.plus(Duration.ofMinutes(3)))).isTrue();
    assertThat(tokens.hasRoomFor(Purpose.RESET_PASSWORD, T0.plus(Duration.ofMinutes(31)))).isTrue();
  }

  @Test
  void theyEndInTimeAndByPurpose() {
    Letter reset = letter(Purpose.RESET_PASSWORD, T0);
    Letter verify = letter(Purpose.VERIFY_EMAIL, T0);
    PendingTokens tokens = PendingTokens.none().with(reset, T0).with(verify, T0);

    assertThat(tokens.contain(reset.token(), T0.plus(Duration.ofMinutes(30)))).isFalse();
    PendingTokens others = tokens.without(Purpose.RESET_PASSWORD);
    assertThat(others.contain(reset.token(), T0)).isFalse();
    assertThat(others.contain(verify.token(), T0)).isTrue();
  }

  private static Letter letter(Purpose purpose, Instant now) {
    return new Letter(
        OneUseToken.fresh(purpose, "user-1"),
        now.plus(Duration.ofMinutes(30)),
        new SendNotification(
            "user-1", "a@example.com", null, List.of("email"), "t", "normal", Map.of()));
  }
}
