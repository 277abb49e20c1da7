package io.emporium.fleet.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.emporium.fleet.client.Answer;
import io.emporium.fleet.client.Api;
import io.emporium.fleet.client.Waiting;
import io.emporium.fleet.wall.Crowd;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/// A session goes on by rotation of its refresh token, and ends when a spent one comes back.
class SessionFleetIT {

  private static final String PASSWORD = "Str0ng-enough!";
  private static final int PARALLEL = 100;

  /// A lost answer may be asked for again for ten seconds; then a spent token is a stolen one.
  private static final Duration AFTER_RETRIES = Duration.ofSeconds(20);

  private final WallFleet wall = new WallFleet();
  private final TestFleet fleet = wall.fleet();
  private final Api auth = fleet.direct("auth-service");
  private final String run = WallFleet.run();

  @Test
  void ofAHundredRefreshesAtOnceOneFamilyLivesOnAndAReplayEndsIt() {
    Map<String, String> account =
        Map.of("email", "storm-" + run + "@example.com", "password", PASSWORD);
    String first = auth.post("/api/auth/register", account).expect(201).text("/refreshToken");
    List<Answer> answers = new CopyOnWriteArrayList<>();

    Crowd.run(PARALLEL, Collections.nCopies(PARALLEL, () -> answers.add(refresh(first))));

    assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isIn(200, 401));
    assertThat(answers).as("at least one got a fresh token").anyMatch(one -> one.status() == 200);
    Api afresh =
        fleet.gateway().as(auth.post("/api/auth/login", account).expect(200).text("/accessToken"));
    assertThat(openSessions(afresh))
        .as("the family of the storm, and the one just opened")
        .isEqualTo(2);
    assertThat(Waiting.find(AFTER_RETRIES, () -> endedBy(first, afresh)))
        .as("a replay ends the family")
        .isPresent();
    assertThat(answers.stream().filter(one -> one.status() == 200))
        .allSatisfy(one -> assertThat(refresh(one.text("/refreshToken")).status()).isEqualTo(401));
  }

  private Optional<Boolean> endedBy(String spent, Api owner) {
    refresh(spent);
    return openSessions(owner) == 1 ? Optional.of(true) : Optional.empty();
  }

  private Answer refresh(String token) {
    return auth.post("/api/auth/refresh", Map.of("refreshToken", token));
  }

  // The replay voids the owner's access tokens too; their sessions go on.
  private long openSessions(Api owner) {
    Answer sessions = owner.get("/api/auth/sessions");
    return sessions.status() == 200 ? sessions.number("/totalItems") : 1;
  }
}
