package io.emporium.payment.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.emporium.kit.problem.Refusal;
import io.emporium.localstack.http.Signatures;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StripeSignatureTest {

  private static final long NOW = 1_800_000_000L;
  private static final String BODY = "{\"id\":\"evt_1\"}";
  private static final String GOOD = signed(NOW);

  private final StripeSignature signature =
      new StripeSignature(
          "whsec", Duration.ofMinutes(5), Clock.fixed(Instant.ofEpochSecond(NOW), ZoneOffset.UTC));

  private static String signed(long time) {
    return "t=" + time + ",v1=" + Signatures.hmac("whsec", time + "." + BODY);
  }

  private static String v1() {
    return GOOD.substring(GOOD.indexOf("v1="));
  }

  @Test
  void acceptsWhatIsSignedWithinTheTolerance() {
    for (long time : new long[] {NOW, NOW - 300, NOW + 300}) {
      assertThatCode(() -> signature.require(BODY, signed(time))).doesNotThrowAnyException();
    }
    assertThatCode(() -> signature.require(BODY, "v0=abc," + GOOD + ",v1=00"))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("strange")
  void refusesEverythingElse(String header) {
    assertThatThrownBy(() -> signature.require(BODY, header))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("invalid_signature"));
  }

  @Test
  void refusesAnotherBody() {
    assertThatThrownBy(() -> signature.require(BODY + " ", GOOD)).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> signature.require("", GOOD)).isInstanceOf(Refusal.class);
  }

  static Stream<String> strange() {
    return Stream.of(
        null,
        "",
        " ",
        ",",
        "=",
        "t",
        "t=",
        "t=,v1=",
        "v1",
        v1(),
        "t=" + NOW,
        "t=abc," + v1(),
        "t=-1," + v1(),
        "t=1e9," + v1(),
        "t=99999999999999999999," + v1(),
        "t=" + NOW + ",v1",
        "t=" + NOW + ",v1=",
        "t=" + NOW + ",v1=zz",
        "t=" + NOW + ",v0=" + v1().substring(3),
        "t=" + NOW + ";" + v1(),
        "t=" + NOW + "," + GOOD,
        "T=" + NOW + "," + v1(),
        "t=" + NOW + ",v1==" + v1(),
        "t=" + (NOW - 1) + "," + v1(),
        signed(NOW - 301),
        signed(NOW + 301),
        GOOD.toUpperCase(Locale.ROOT),
        "\u0000" + GOOD,
        "{\"t\":" + NOW + "}",
        GOOD + ",".repeat(5_000),
        "t=" + NOW + ",v1=" + "é".repeat(64));
  }
}
