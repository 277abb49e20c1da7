package io.emporium.kit.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Looks soon and often at first, for what takes a moment, then every tenth of a second as
/// Awaitility does by itself. A story of ten steps would otherwise spend a second on being looked
/// at.
final class QuickAwaits implements BeforeAllCallback {

  private static final Duration FIRST = Duration.ofMillis(5);
  private static final Duration LONGEST = Duration.ofMillis(100);

  @Override
  public void beforeAll(ExtensionContext tests) {
    Awaitility.setDefaultPollDelay(FIRST);
    Awaitility.setDefaultPollInterval((_, previous) -> afterwards(previous));
  }

  private static Duration afterwards(Duration previous) {
    Duration longer = previous.compareTo(FIRST) < 0 ? FIRST : previous.multipliedBy(3).dividedBy(2);
    return longer.compareTo(LONGEST) < 0 ? longer : LONGEST;
  }
}
