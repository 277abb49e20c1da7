package io.emporium.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.emporium.events.notification.NotificationFailed;
import io.emporium.events.notification.NotificationSent;
import io.emporium.events.notification.NotificationSuppressed;
import io.emporium.kit.store.Outcome;
import io.emporium.notification.channel.Channel;
import io.emporium.notification.channel.SendResult.NoAnswer;
import io.emporium.notification.channel.SendResult.Rejected;
import io.emporium.notification.channel.SendResult.Sent;
import io.emporium.notification.template.Rendering.Rendered;
import io.emporium.notification.template.Rendering.Unrenderable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeliveryTest {

  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final Duration LEASE = Duration.ofSeconds(60);
  private static final BackOff BACK_OFF =
      new BackOff(List.of(Duration.ofSeconds(5), Duration.ofSeconds(30)));

  @Test
  void isSentOnce() {
    var mail = pending(Channel.EMAIL);

    assertThat(mail.claim(NOW, LEASE)).isEqualTo(Outcome.APPLIED);
    assertThat(mail.answered(new Sent("ref"), NOW, BACK_OFF)).isEqualTo(Outcome.APPLIED);

    assertThat(mail.status()).isEqualTo(DeliveryStatus.SENT);
    assertThat(mail.isOpen()).isFalse();
    assertThat(mail.recorded()).singleElement().isInstanceOf(NotificationSent.class);
    assertThat(mail.claim(NOW.plusSeconds(999), LEASE)).isEqualTo(Outcome.ALREADY);
    assertThat(mail.answered(new Rejected("late"), NOW, BACK_OFF)).isEqualTo(Outcome.ALREADY);
  }

  @Test
  void forgetsAndKeepsToItselfWhatIsConfidential() {
    var mail =
        Delivery.plan(
            draft(Channel.EMAIL, "e1"),
            new Rendered("Reset", "https://secret", "<a href=secret>", true),
            NOW);
    mail.claim(NOW, LEASE);
    assertThat(mail.content().text()).isEqualTo("https://secret");

    mail.answered(new Sent("ref"), NOW, BACK_OFF);

    assertThat(mail.content().text()).isEmpty();
    assertThat(mail.content().html()).isNull();
    assertThat(mail.recorded())
        .singleElement()
        .isInstanceOfSatisfying(
            NotificationSent.class,
            sent -> {
              assertThat(sent.title()).isEqualTo("Reset");
              assertThat(sent.text()).isEmpty();
            });
  }

  @Test
  void isLeftAloneWhileSomebodyTriesAndTakenAgainWhenHeDied() {
    var mail = pending(Channel.EMAIL);
    mail.claim(NOW, LEASE);

    assertThat(mail.claim(NOW.plusSeconds(59), LEASE)).isEqualTo(Outcome.ALREADY);
    assertThat(mail.claim(NOW.plusSeconds(60), LEASE)).isEqualTo(Outcome.APPLIED);
    assertThat(mail.attempts()).extracting(Attempt::number).containsExactly(1, 2);
    assertThat(mail.attempts().getFirst().endedAt()).isNull();
  }

  @Test
  void isGivenUpWhenEveryAttemptEndsInACrash() {
    var mail = pending(Channel.EMAIL);
    for (int n = 0; n <= 20; n++) {
      assertThat(mail.claim(NOW.plusSeconds(n * 60), LEASE)).isEqualTo(Outcome.APPLIED);
    }

    assertThat(mail.status()).isEqualTo(DeliveryStatus.FAILED);
    assertThat(mail.reason()).isEqualTo("attempts_exhausted");
  }

  @Test
  void waitsLongerEachTimeAndGivesUp() {
    var mail = pending(Channel.EMAIL);

    mail.claim(NOW, LEASE);
    mail.answered(new NoAnswer("down"), NOW, BACK_OFF);
    assertThat(mail.nextAttemptAt()).isEqualTo(NOW.plusSeconds(5));
    assertThat(mail.claim(NOW.plusSeconds(4), LEASE)).isEqualTo(Outcome.ALREADY);

    mail.claim(NOW.plusSeconds(5), LEASE);
    mail.answered(new NoAnswer("down"), NOW.plusSeconds(5), BACK_OFF);
    assertThat(mail.nextAttemptAt()).isEqualTo(NOW.plusSeconds(35));

    mail.claim(NOW.plusSeconds(35), LEASE);
    mail.answered(new NoAnswer("down"), NOW.plusSeconds(35), BACK_OFF);
    assertThat(mail.status()).isEqualTo(DeliveryStatus.FAILED);
    assertThat(mail.recorded()).singleElement().isInstanceOf(NotificationFailed.class);
  }

  @Test
  void aRefusalIsFinal() {
    var mail = pending(Channel.EMAIL);
    mail.claim(NOW, LEASE);
    mail.answered(new Rejected("recipient_refused"), NOW, BACK_OFF);

    assertThat(mail.status()).isEqualTo(DeliveryStatus.FAILED);
    assertThat(mail.reason()).isEqualTo("recipient_refused");
  }

  @Test
  void withoutAnAddressItWaitsAndIsThenSuppressed() {
    var mail = pending(Channel.EMAIL);
    for (int n = 0; n < 3; n++) {
      assertThat(mail.status()).isEqualTo(DeliveryStatus.PENDING);
      mail.claim(NOW.plusSeconds(n * 60), LEASE);
      mail.unaddressed(NOW.plusSeconds(n * 60), BACK_OFF);
    }

    assertThat(mail.status()).isEqualTo(DeliveryStatus.SUPPRESSED);
    assertThat(mail.recorded()).singleElement().isInstanceOf(NotificationSuppressed.class);
  }

  @Test
  void inAppHasArrivedWhenItIsPlanned() {
    var inApp = pending(Channel.IN_APP);

    assertThat(inApp.status()).isEqualTo(DeliveryStatus.SENT);
    assertThat(inApp.recorded())
        .singleElement()
        .isInstanceOfSatisfying(
            NotificationSent.class, sent -> assertThat(sent.title()).isEqualTo("Title"));
    assertThat(inApp.markRead(NOW)).isEqualTo(Outcome.APPLIED);
    assertThat(inApp.markRead(NOW)).isEqualTo(Outcome.ALREADY);
  }

  @Test
  void whatCannotBeSaidHasFailedVisibly() {
    var failed =
        Delivery.plan(draft(Channel.EMAIL, "e1"), new Unrenderable("missing_variable:total"), NOW);

    assertThat(failed.status()).isEqualTo(DeliveryStatus.FAILED);
    assertThat(failed.reason()).isEqualTo("missing_variable:total");
    assertThat(failed.isOpen()).isFalse();
  }

  @Test
  void itsIdIsThatOfEventTemplateRecipientAndChannel() {
    assertThat(draft(Channel.EMAIL, "e1").id()).isEqualTo(draft(Channel.EMAIL, "e1").id());
    assertThat(draft(Channel.EMAIL, "e1").id())
        .isNotEqualTo(draft(Channel.EMAIL, "e2").id())
        .isNotEqualTo(draft(Channel.SMS, "e1").id());
  }

  private static Delivery pending(Channel channel) {
    return Delivery.plan(
        draft(channel, "e1"), new Rendered("Title", "Text", "<p>Text</p>", false), NOW);
  }

  private static Draft draft(Channel channel, String eventId) {
    return new Draft(
        eventId, "order_confirmed", "u1", channel, Lane.NORMAL, null, "c1", "correlation");
  }
}
