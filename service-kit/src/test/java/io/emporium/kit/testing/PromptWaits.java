package io.emporium.kit.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Lets tests look often at first: most of what they wait for comes within milliseconds.
final class PromptWaits implements BeforeAllCallback {

  private static final int LONGEST_MILLIS = 100;
  private static final int DOUBLED_AT_MOST = 7;

  @Override
  public void beforeAll(ExtensionContext test) {
    Awaitility.setDefaultPollDelay(Duration.ZERO);
    Awaitility.setDefaultPollInterval(
        (looks, last) ->
            Duration.ofMillis(Math.min(LONGEST_MILLIS, 1 << Math.min(looks, DOUBLED_AT_MOST))));
  }
}
