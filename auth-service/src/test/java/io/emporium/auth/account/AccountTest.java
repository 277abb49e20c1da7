package io.emporium.auth.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.emporium.auth.mail.Letter;
import io.emporium.auth.mail.Letters;
import io.emporium.auth.mail.LettersFixture;
import io.emporium.events.notification.SendNotification;
import io.emporium.events.user.UserEmailVerified;
import io.emporium.events.user.UserSessionsRevoked;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.security.Role;
import io.emporium.kit.store.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountTest {

  private static final Instant T0 = Instant.parse("2026-01-01T00:00:00Z");

  private final Letters letters = LettersFixture.at(T0);
  private final Account account = opened(Access.customer());

  @Test
  void aResetLetterIsGoodOnce() {
    Letter letter = letters.passwordReset("user-1", "ann@example.com");
    assertThat(account.send(letter, T0)).isEqualTo(Outcome.APPLIED);

    assertThat(account.resetPassword(letter.token(), "new", T0.plusSeconds(5)))
        .isEqualTo(Outcome.APPLIED);

    assertThat(account.passwordHash()).isEqualTo("new");
    assertThat(account.emailVerified()).isTrue();
    assertThat(account.honours(T0.plusSeconds(5))).isFalse();
    assertThat(account.recorded()).hasAtLeastOneElementOfType(UserSessionsRevoked.class);
    assertThatThrownBy(() -> account.resetPassword(letter.token(), "newer", T0.plusSeconds(6)))
        .isInstanceOf(Refusal.class);
    assertThat(account.passwordHash()).isEqualTo("new");
  }

  @Test
  void aLetterOfOneKindDoesNotDoForTheOther() {
    Letter verification = letters.verification("user-1", "ann@example.com");
    account.send(verification, T0);

    assertThatThrownBy(() -> account.resetPassword(verification.token(), "new", T0))
        .isInstanceOf(Refusal.class);
    assertThat(account.verifyEmail(verification.token(), T0)).isEqualTo(Outcome.APPLIED);
    assertThat(account.recorded()).hasAtLeastOneElementOfType(UserEmailVerified.class);
    assertThatThrownBy(() -> account.verifyEmail(verification.token(), T0))
        .isInstanceOf(Refusal.class);
  }

  @Test
  void aLetterEndsWithItsTimeWithTheAccountAndWithANewPassword() {
    Letter letter = letters.passwordReset("user-1", "ann@example.com");
    account.send(letter, T0);
    assertThat(account.awaits(letter.token(), T0.plus(Duration.ofMinutes(29)))).isTrue();
    assertThat(account.awaits(letter.token(), T0.plus(Duration.ofMinutes(30)))).isFalse();

    account.changePassword("other", T0);
    assertThat(account.awaits(letter.token(), T0)).isFalse();

    Letter another = letters.passwordReset("user-1", "ann@example.com");
    account.send(another, T0.plusSeconds(120));
    account.disable("test", T0.plusSeconds(121));
    assertThat(account.awaits(another.token(), T0.plusSeconds(122))).isFalse();
    assertThat(
            account.send(letters.passwordReset("user-1", "ann@example.com"), T0.plusSeconds(600)))
        .isEqualTo(Outcome.ALREADY);
  }

  @Test
  void tooManyLettersAreNotSent() {
    for (int n = 0; n < 10; n++) {
      account.send(letters.passwordReset("user-1", "ann@example.com"), T0);
    }

    assertThat(account.recorded().stream().filter(SendNotification.class::isInstance)).hasSize(1);
  }

  @Test
  void whatWasStampedBeforeTheChangeIsVoidAndWhatComesAfterCounts() {
    Account staff = opened(new Access(Role.SHOP_STAFF, "acme", List.of("s1")));
    Instant sameMoment = T0.plusSeconds(60);

    staff.grant(new Access(Role.SHOP_MANAGER, "acme", List.of("s1")), sameMoment);

    assertThat(staff.honours(sameMoment)).isFalse();
    assertThat(staff.tokensFrom()).isAfter(sameMoment);
    assertThat(staff.honours(staff.tokensFrom())).isTrue();
  }

  @Test
  void otherShopsVoidTokensButNoSessions() {
    Account staff = opened(new Access(Role.SHOP_STAFF, "acme", List.of("s1")));

    staff.grant(new Access(Role.SHOP_STAFF, "acme", List.of("s2")), T0.plusSeconds(60));

    assertThat(staff.tokensFrom()).isAfter(T0.plusSeconds(60));
    assertThat(staff.honours(T0.plusSeconds(1))).isTrue();
  }

  private static Account opened(Access access) {
    return Account.open(
        new NewAccount("user-1", "ann@example.com", false, null, null, access), "hash", T0);
  }
}
