package io.emporium.auth.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.emporium.auth.account.Access;
import io.emporium.auth.invitation.Invitation.Draft;
import io.emporium.auth.mail.Letter;
import io.emporium.auth.mail.Letters;
import io.emporium.auth.mail.LettersFixture;
import io.emporium.events.notification.SendNotification;
import io.emporium.kit.problem.Category;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.security.Role;
import io.emporium.kit.store.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class InvitationTest {

  private static final Instant T0 = Instant.parse("2026-01-01T00:00:00Z");

  private final Letter first = letter();
  private final Invitation invitation =
      Invitation.send(
          new Draft(
              "i1",
              "new@example.com",
              new Access(Role.SHOP_STAFF, "acme", List.of("s1")),
              "user-9",
              "boss"),
          first,
          T0);

  @Test
  void aPendingOneIsAcceptedByItsLetter() {
    assertThat(invitation.accept(first.token(), T0)).isEqualTo(Outcome.APPLIED);

    assertThat(invitation.status()).isEqualTo(InvitationStatus.ACCEPTED);
  }

  @Test
  void acceptingByTheSameLetterAgainGoesOnWhereItWasCutOff() {
    invitation.accept(first.token(), T0);

    assertThat(invitation.accept(first.token(), T0)).isEqualTo(Outcome.ALREADY);
  }

  @Test
  void noOtherLetterAndNoneTooLateIsAccepted() {
    assertThatThrownBy(() -> invitation.accept(letter().token(), T0)).isInstanceOf(Refusal.class);
    Instant late = T0.plus(Duration.ofDays(7));
    assertThatThrownBy(() -> invitation.accept(first.token(), late)).isInstanceOf(Refusal.class);
    assertThat(invitation.status()).isEqualTo(InvitationStatus.PENDING);
  }

  @Test
  void anotherLetterTakesThePlaceOfTheFirst() {
    Letter second = letter();
    Instant later = T0.plusSeconds(61);

    invitation.sendAgain(second, "other-boss", later);

    assertThat(invitation.mayAccept(first.token(), later)).isFalse();
    assertThat(invitation.mayAccept(second.token(), later)).isTrue();
    assertThat(invitation.invitedBy()).isEqualTo("other-boss");
    assertThat(invitation.recorded().stream().filter(SendNotification.class::isInstance))
        .hasSize(2);
  }

  @Test
  void lettersAreNotSentInARow() {
    assertThatThrownBy(() -> invitation.sendAgain(letter(), "boss", T0.plusSeconds(59)))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.category()).isEqualTo(Category.THROTTLED));
  }

  @Test
  void aRevokedOneIsOver() {
    assertThat(invitation.revoke()).isEqualTo(Outcome.APPLIED);
    assertThat(invitation.revoke()).isEqualTo(Outcome.ALREADY);

    assertThatThrownBy(() -> invitation.accept(first.token(), T0)).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> invitation.sendAgain(letter(), "boss", T0.plusSeconds(99)))
        .isInstanceOf(Refusal.class);
  }

  @Test
  void anAcceptedOneIsNeitherRevokedNorSentAgain() {
    invitation.accept(first.token(), T0);

    assertThatThrownBy(invitation::revoke).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> invitation.sendAgain(letter(), "boss", T0.plusSeconds(99)))
        .isInstanceOf(Refusal.class);
  }

  private static Letter letter() {
    return LettersFixture.at(T0)
        .invitation(new Letters.To("i1", "user-9", "new@example.com"), "shop staff", "boss@x.org");
  }
}
