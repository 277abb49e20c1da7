package io.emporium.fleet.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TwistedTokensTest {

  private static final String CLAIMS =
      "{\"iss\":\"https://auth.emporium.local\",\"aud\":\"emporium\",\"sub\":\"u1\",\"jti\":\"j\","
          + "\"iat\":1,\"exp\":2,\"iat_ms\":1000,\"email\":\"a@b.c\",\"role\":\"customer\","
          + "\"shop_ids\":[]}";

  private final Forge issuer = new Forge();
  private final JsonNode jwks =
      JsonMapper.shared().readTree("{\"keys\":[" + issuer.publicJwk("k1") + "]}");
  private final String good =
      issuer.rs(256, "{\"kid\":\"k1\",\"typ\":\"at+jwt\",\"alg\":\"RS256\"}", CLAIMS);
  private final Map<String, String> tokens = TwistedTokens.of(good, jwks, "http://127.0.0.1:9");

  @Test
  void areManyAndNoTwoAlike() {
    assertThat(tokens).hasSizeGreaterThan(60);
    assertThat(tokens.values()).doesNotHaveDuplicates().doesNotContain(good);
  }

  // If one of them were rightly signed, a service that lets it in would be right.
  @Test
  void noneIsSignedByTheIssuer() throws Exception {
    assertThat(isSigned(good)).isTrue();
    for (Map.Entry<String, String> token : tokens.entrySet()) {
      assertThat(isSigned(token.getValue())).as(token.getKey()).isFalse();
    }
  }

  private boolean isSigned(String token) throws Exception {
    String[] parts = token.split("\\.");
    if (parts.length != 3) {
      return false;
    }
    PublicKey key = Forge.publicKey(jwks.path("keys").get(0));
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initVerify(key);
    signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
    try {
      return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
    } catch (SignatureException | IllegalArgumentException e) {
      return false;
    }
  }
}
