package io.emporium.kit.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.emporium.kit.testing.simulation.Seeds;
import io.emporium.kit.testing.simulation.Shuffled;
import io.emporium.kit.testing.simulation.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorldTest {

  @Test
  void theSameSeedMakesTheSameHistoryAndAnotherSeedAnother() {
    assertThat(history(7)).isEqualTo(history(7));
    assertThat(history(7)).isNotEqualTo(history(8));
  }

  @Test
  void everyMessageArrivesHoweverRoughItIs() {
    for (long seed = 0; seed < 200; seed++) {
      assertThat(new HashSet<>(history(seed))).as("seed " + seed).hasSize(20);
    }
  }

  @Test
  void whatDiesIsBegunAgain() {
    for (long seed = 0; seed < 200; seed++) {
      World world = new World(seed);
      Set<String> done = new HashSet<>();
      world.after(
          Duration.ofSeconds(1),
          "work",
          () -> {
            world.mayDie();
            done.add("work");
          });

      world.run(100);

      assertThat(done).as("seed " + seed).containsExactly("work");
    }
  }

  @Test
  void aFailureNamesItsSeedAndHowToRunItAgain() {
    assertThatThrownBy(() -> Seeds.run("of nothing", List.of(4_711L), Failing::new))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("seed 4711")
        .hasMessageContaining("-Dsimulation.seed=4711")
        .hasMessageContaining("the last thing");
  }

  @Test
  void copiesComeAfterTheFirst() {
    for (int seed = 0; seed < 50; seed++) {
      List<String> shuffled = Shuffled.threeTimes(List.of("a", "b", "c"), new Random(seed));

      assertThat(shuffled).hasSize(9);
      assertThat(shuffled.indexOf("a")).isLessThan(shuffled.indexOf("b"));
      assertThat(shuffled.indexOf("b")).isLessThan(shuffled.indexOf("c"));
    }
  }

  private static List<String> history(long seed) {
    World world = new World(seed);
    List<String> seen = new ArrayList<>();
    for (int n = 0; n < 20; n++) {
      String message = "message " + n;
      world.send(message, () -> seen.add(message));
    }
    world.run(1_000);
    return seen;
  }

  private record Failing(World world) implements Seeds.Simulation {

    Failing(long seed) {
      this(new World(seed));
    }

    @Override
    public void run() {
      world.after(Duration.ZERO, "the last thing", () -> {});
      world.run(10);
      throw new AssertionError("no");
    }
  }
}
