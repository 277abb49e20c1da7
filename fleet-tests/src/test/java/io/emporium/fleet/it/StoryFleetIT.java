package io.emporium.fleet.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.emporium.fleet.story.Story;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What `./fleet demo` shows.
class StoryFleetIT {

  @Test
  void theStoryHolds() {
    TestFleet fleet = new TestFleet();
    Story story =
        new Story(
            fleet.context().gateway(),
            fleet.localStack(),
            fleet.context().settings().values(),
            fleet.context().terminal(),
            Clock.systemUTC());

    Optional<String> trouble = story.play();

    assertThat(trouble).withFailMessage(() -> "it broke at: " + trouble.orElse("")).isEmpty();
  }
}
