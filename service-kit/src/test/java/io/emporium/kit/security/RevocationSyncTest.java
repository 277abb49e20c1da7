package io.emporium.kit.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.emporium.kit.testing.MovingClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RevocationSyncTest {

  private static final Instant T0 = Instant.parse("2026-01-01T12:00:00Z");

  private final Listed list = new Listed();
  private final Revocations revocations = new Revocations();
  private final MovingClock clock = new MovingClock(T0);
  private final RevocationSync sync =
      new RevocationSync(
          list,
          revocations,
          new TokenProperties(
              URI.create("http://auth/api/auth/jwks"),
              "issuer",
              Duration.ZERO,
              null,
              Duration.ofSeconds(3),
              Duration.ofMinutes(15)),
          clock);

  @Test
  void whoStartsLaterKnowsWhatWasRevokedBefore() {
    list.entries.add(Revocation.ofUser("u1", T0.minusSeconds(60)));

    sync.read();

    assertThat(revocations.voids(issuedAt("u1", T0.minusSeconds(61)))).isTrue();
    assertThat(revocations.voids(issuedAt("u1", T0.minusSeconds(60)))).isFalse();
    assertThat(revocations.voids(issuedAt("u2", T0.minusSeconds(61)))).isFalse();
  }

  @Test
  void readsAllPages() {
    for (int n = 0; n < 25; n++) {
      list.entries.add(Revocation.ofUser("u" + n, T0.minusSeconds(100 - n)));
    }

    sync.read();

    assertThat(revocations.voids(issuedAt("u0", T0.minusSeconds(200)))).isTrue();
    assertThat(revocations.voids(issuedAt("u24", T0.minusSeconds(200)))).isTrue();
  }

  @Test
  void findsWhatWasWrittenWithAnEarlierTimeThanWhatWasRead() {
    sync.read();
    list.entries.add(Revocation.ofUser("late", T0.minusSeconds(5)));

    sync.read();

    assertThat(revocations.voids(issuedAt("late", T0.minusSeconds(6)))).isTrue();
  }

  @Test
  void nobodyIsBelievedUntilTheListIsKnown() {
    list.away = true;
    sync.read();
    assertThat(sync.isKnown()).isFalse();

    list.away = false;
    clock.moveTo(T0.plusSeconds(2));
    assertThat(sync.isKnown()).isTrue();
  }

  @Test
  void anOutageIsBorneForAsLongAsATokenLives() {
    sync.read();
    list.away = true;

    clock.moveTo(T0.plus(Duration.ofMinutes(14)));
    sync.read();
    assertThat(sync.isKnown()).isTrue();
    clock.moveTo(T0.plus(Duration.ofMinutes(15)));
    assertThat(sync.isKnown()).isFalse();
  }

  @Test
  void aCrowdAsksOnceASecond() {
    list.away = true;
    sync.read();

    for (int n = 0; n < 100; n++) {
      assertThat(sync.isKnown()).isFalse();
    }

    assertThat(list.asked).isEqualTo(1);
  }

  @Test
  void forgetsWhatNoLivingTokenIsOlderThan() {
    list.entries.add(Revocation.ofSession("s1", T0));
    sync.read();
    Caller ofSession = new Caller("u1", "", Role.CUSTOMER, null, Set.of(), T0, "s1");
    assertThat(revocations.voids(ofSession)).isTrue();

    list.entries.clear();
    clock.moveTo(T0.plus(Duration.ofMinutes(17)));
    sync.read();

    assertThat(revocations.voids(ofSession)).isFalse();
  }

  private static Caller issuedAt(String userId, Instant issuedAt) {
    return new Caller(userId, "", Role.CUSTOMER, null, Set.of(), issuedAt);
  }

  private final class Listed implements RevocationSource {

    private static final int PAGE = 10;

    private final List<Revocation> entries = new ArrayList<>();
    private boolean away;
    private int asked;

    @Override
    public RevocationPage since(Instant moment) {
      asked++;
      if (away) {
        throw new IllegalStateException("away");
      }
      List<Revocation> later =
          entries.stream().filter(entry -> entry.notBefore().isAfter(moment)).toList();
      return later.size() <= PAGE
          ? new RevocationPage(later, clock.instant(), true)
          : new RevocationPage(later.subList(0, PAGE), later.get(PAGE - 1).notBefore(), false);
    }
  }
}
