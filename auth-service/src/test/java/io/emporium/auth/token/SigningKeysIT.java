package io.emporium.auth.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.emporium.auth.token.SigningKeys.PublicKey;
import io.emporium.kit.store.SharedStore;
import io.emporium.kit.testing.ServiceTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class SigningKeysIT {

  // Another length than the running service has, so that it does not meet these keys' terms.
  private static final Duration TERM = Duration.ofHours(2);
  private static final Instant T0 = Instant.parse("2031-01-01T00:30:00Z");

  @Autowired private SharedStore<SigningKey> store;
  @Autowired private KeySeal seal;

  @Test
  void theNextKeyIsServedBeforeItSignsAndTheLastWhileItsTokensLive() {
    String first = at(T0).signer().keyId();
    String second = at(T0.plus(TERM)).signer().keyId();

    assertThat(second).isNotEqualTo(first);
    assertThat(served(T0)).contains(first, second);
    assertThat(served(T0.plus(TERM))).contains(first, second).hasSizeGreaterThanOrEqualTo(3);
    assertThat(served(T0.plus(TERM).plus(TERM))).doesNotContain(first).contains(second);
  }

  @Test
  void twoInstancesSignWithOneKey() {
    assertThat(at(T0).signer().keyId()).isEqualTo(at(T0.plusSeconds(60)).signer().keyId());
    assertThat(at(T0).signer().key()).isEqualTo(at(T0).signer().key());
  }

  private List<String> served(Instant now) {
    return at(now).served().stream().map(PublicKey::keyId).toList();
  }

  private SigningKeys at(Instant now) {
    return new SigningKeys(
        store,
        seal,
        new SigningProperties(Duration.ofMinutes(15), TERM),
        Clock.fixed(now, ZoneOffset.UTC));
  }
}
