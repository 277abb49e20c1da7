package io.emporium.auth;

import static io.emporium.auth.People.PASSWORD;
import static io.emporium.auth.People.anEmail;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import io.emporium.auth.account.Account;
import io.emporium.auth.account.Accounts;
import io.emporium.auth.session.Client;
import io.emporium.auth.session.RefreshToken;
import io.emporium.auth.session.Sessions;
import io.emporium.kit.security.Revocation;
import io.emporium.kit.security.Revocation.Kind;
import io.emporium.kit.security.RevocationPage;
import io.emporium.kit.testing.ServiceTest;
import io.emporium.kit.testing.TestApi;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/// The list from which services learn what they did not hear.
@ServiceTest
class RevocationIT {

  @Autowired private TestApi api;
  @Autowired private JsonMapper mapper;
  @Autowired private Accounts accounts;
  @Autowired private Sessions sessions;
  private People people;

  @BeforeEach
  void people() {
    people = new People(api);
  }

  @Test
  void namesUsersAndSessionsWhoseTokensAreVoid() throws Exception {
    String email = anEmail();
    var first = people.registers(email).expect(201);
    String userId = first.text("/user/id");
    assertThat(listed(Instant.EPOCH)).noneMatch(entry -> entry.id().equals(userId));
    var second = people.signsIn(email, PASSWORD).expect(200);
    String sessionId =
        SignedJWT.parse(second.text("/accessToken")).getJWTClaimsSet().getStringClaim("sid");

    api.post("/api/auth/logout", Map.of("refreshToken", second.text("/refreshToken"))).expect(204);
    people.as(first).post("/api/auth/logout-all", null).expect(204);

    assertThat(listed(Instant.EPOCH))
        .anyMatch(entry -> entry.kind() == Kind.SESSION && entry.id().equals(sessionId))
        .anyMatch(
            entry ->
                entry.kind() == Kind.USER
                    && entry.id().equals(userId)
                    && entry.notBefore().isAfter(issuedAt(first.text("/accessToken"))));
  }

  @Test
  void goesOnFromWhereItWasReadTo() {
    RevocationPage page = page(Instant.EPOCH);
    while (!page.complete()) {
      page = page(page.next());
    }
    // Cut-offs lie ahead by seconds, so ask from beyond those.
    assertThat(page(page.next().plusSeconds(60)).revocations()).isEmpty();
    assertThat(page.next()).isBeforeOrEqualTo(Instant.now());
  }

  @Test
  void namesAllOfMoreThanAPageHolds() {
    List<String> ended = new ArrayList<>();
    Account owner = accounts.byEmail("admin@emporium.local").orElseThrow();
    for (int n = 0; n < 130; n++) {
      RefreshToken token = sessions.start(owner, new Client("192.0.2.1", null), Instant.now());
      sessions.end(token);
      ended.add(token.familyId());
    }

    assertThat(listed(Instant.EPOCH)).extracting(Revocation::id).containsAll(ended);
  }

  @Test
  void namesABadMoment() {
    api.get("/internal/revocations?since=yesterday").expectProblem(400, "invalid_request");
  }

  @Test
  void aTokenIssuedRightAfterTheChangeCounts() {
    String email = anEmail();
    TestApi me = people.as(people.registers(email).expect(201));
    me.post("/api/auth/logout-all", null).expect(204);

    TestApi again = people.as(people.signsIn(email, PASSWORD).expect(200));

    for (int n = 0; n < 5; n++) {
      again.get("/api/auth/me").expect(200);
    }
  }

  private static Instant issuedAt(String accessToken) {
    try {
      Object millis = SignedJWT.parse(accessToken).getJWTClaimsSet().getClaim("iat_ms");
      return Instant.ofEpochMilli(((Number) millis).longValue());
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<Revocation> listed(Instant since) {
    List<Revocation> all = new ArrayList<>();
    RevocationPage page = page(since);
    while (!page.complete()) {
      all.addAll(page.revocations());
      page = page(page.next());
    }
    all.addAll(page.revocations());
    return all;
  }

  private RevocationPage page(Instant since) {
    return mapper.readValue(
        api.get("/internal/revocations?since=" + since).expect(200).response().body(),
        RevocationPage.class);
  }
}
