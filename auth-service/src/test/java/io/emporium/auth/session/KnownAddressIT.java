package io.emporium.auth.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.emporium.auth.account.Account;
import io.emporium.auth.account.Accounts;
import io.emporium.kit.testing.ServiceTest;
import io.emporium.kit.testing.TestApi;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

@ServiceTest
class KnownAddressIT {

  private static final String HOME = "198.51.100.7";
  private static final String AWAY = "203.0.113.9";

  @Autowired private TestApi api;
  @Autowired private Accounts accounts;
  @Autowired private Sessions sessions;
  @Autowired private MongoTemplate mongo;
  @Autowired private Clock clock;
  private Account account;

  @BeforeEach
  void somebody() {
    String email = "k-" + UUID.randomUUID() + "@example.com";
    api.post("/api/auth/register", Map.of("email", email, "password", "Test123!")).expect(201);
    account = accounts.byEmail(email).orElseThrow();
  }

  @Test
  void staysKnownThoughTheSessionGoesOnElsewhere() {
    RefreshToken token = signsInFrom(HOME);

    assertThat(sessions.carryOn(token, new Client(AWAY, null))).isPresent();

    assertThat(sessions.knows(account, HOME)).isTrue();
    assertThat(sessions.knows(account, AWAY)).isFalse();
  }

  @Test
  void standsForItsNetworkOfIpv6() {
    signsInFrom("2001:db8:1:2::1");

    assertThat(sessions.knows(account, "2001:db8:1:2:aaaa:bbbb:cccc:dddd")).isTrue();
    assertThat(sessions.knows(account, "2001:db8:1:3::1")).isFalse();
  }

  @Test
  void isTheLastOneOfASessionFromBeforeNeighbourhoodsWereKept() {
    RefreshToken token = signsInFrom(HOME);
    var unset =
        mongo
            .getCollection("session_families")
            .updateOne(
                new Document("_id", token.familyId()).append("userId", account.id()),
                new Document("$unset", new Document("neighbourhood", "")));
    assertThat(unset.getModifiedCount()).isEqualTo(1);
    assertThat(sessions.knows(account, HOME)).isTrue();

    assertThat(sessions.carryOn(token, new Client(AWAY, null))).isPresent();

    assertThat(sessions.knows(account, HOME)).isFalse();
    assertThat(sessions.knows(account, AWAY)).isTrue();
  }

  private RefreshToken signsInFrom(String address) {
    return sessions.start(
        account, new Client(address, null), clock.instant().truncatedTo(ChronoUnit.MILLIS));
  }
}
