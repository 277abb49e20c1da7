package io.emporium.auth.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneUseTokenTest {

  @Test
  void isReadBackForItsOwnPurposeOnly() {
    OneUseToken token = OneUseToken.fresh(Purpose.RESET_PASSWORD, "user-1");

    assertThat(OneUseToken.parse(Purpose.RESET_PASSWORD, token.text())).contains(token);
    assertThat(OneUseToken.parse(Purpose.VERIFY_EMAIL, token.text())).isEmpty();
    assertThat(OneUseToken.parse(Purpose.INVITATION, token.text())).isEmpty();
  }

  @Test
  void aTokenMadeToLookLikeAnotherKindHasAnotherDigest() {
    OneUseToken verify = OneUseToken.fresh(Purpose.VERIFY_EMAIL, "user-1");
    String twisted = verify.text().replaceFirst("^ev", "pr");

    OneUseToken parsed = OneUseToken.parse(Purpose.RESET_PASSWORD, twisted).orElseThrow();

    assertThat(parsed.digest()).isNotEqualTo(verify.digest());
  }

  @Test
  void has256BitsAndTellsThemToNoLog() {
    Set<String> secrets = new HashSet<>();
    for (int n = 0; n < 1_000; n++) {
      OneUseToken token = OneUseToken.fresh(Purpose.INVITATION, "i");
      assertThat(Base64.getUrlDecoder().decode(token.secret())).hasSize(32);
      assertThat(token.toString()).doesNotContain(token.secret());
      secrets.add(token.secret());
    }
    assertThat(secrets).hasSize(1_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "pr_", "pr_x.y", "nonsense", "pr_../../x.aaaa", "PR_a.b"})
  void whatNeverWasOneIsNone(String text) {
    assertThat(OneUseToken.parse(Purpose.RESET_PASSWORD, text)).isEmpty();
  }
}
