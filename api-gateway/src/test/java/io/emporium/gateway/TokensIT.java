package io.emporium.gateway;

import static io.emporium.gateway.Door.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@GatewayTest
class TokensIT {

  private static final FakeFleet FLEET = FakeFleet.INSTANCE;

  @LocalServerPort private int port;
  private Door door;

  @BeforeEach
  void stand() {
    door = Door.of(port).from("127.0.2.1");
  }

  @Test
  void goOnWhenTheyAreGood() throws Exception {
    String token = "Bearer " + Tokens.good("user-1");
    for (int i = 0; i < 3; i++) {
      assertThat(door.get("/api/cart", "Authorization", token).statusCode()).isEqualTo(200);
    }
    assertThat(FLEET.lastHeaders.getFirst("Authorization")).isEqualTo(token);
  }

  @ParameterizedTest
  @MethodSource("io.emporium.gateway.Tokens#bad")
  void areRefusedWhenTheyAreBad(String token) throws Exception {
    int asked = FLEET.timesAsked("/api/users/guarded");
    var answer = door.get("/api/users/guarded", "Authorization", "Bearer " + token);

    assertProblem(answer, 401, "unauthenticated");
    assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    assertThat(FLEET.timesAsked("/api/users/guarded")).isEqualTo(asked);
  }

  @Test
  void mayBeMissing() throws Exception {
    assertThat(door.get("/api/cart").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/auth/login",
        "/api/auth/register",
        "/api/auth/refresh",
        "/api/auth/logout",
        "/api/auth/password/forgot",
        "/api/payments/webhooks/stripe"
      })
  void thatAreOldDoNotKeepAnybodyFromSigningIn(String path) throws Exception {
    var answer = door.post(path, "{}", "Authorization", "Bearer " + Tokens.expired());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(FLEET.lastHeaders).doesNotContainKey("Authorization");
  }

  @Test
  void ofANewKeyAreGoodAsSoonAsItIsServed() throws Exception {
    assertThat(door.get("/api/cart", "Authorization", "Bearer " + Tokens.good("u")).statusCode())
        .isEqualTo(200);
    String token = "Bearer " + Tokens.afterRotation();

    await()
        .atMost(Duration.ofSeconds(3))
        .until(() -> door.get("/api/cart", "Authorization", token).statusCode() == 200);
  }
}
