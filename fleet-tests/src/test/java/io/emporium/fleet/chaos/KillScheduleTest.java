package io.emporium.fleet.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KillScheduleTest {

  private static final List<String> VICTIMS = List.of("sales", "inventory", "payment", "rabbitmq");

  @Test
  void everybodyDiesAsOftenAsPlanned() {
    Map<String, Long> deaths =
        schedule(2_000, 4, 7).stream()
            .collect(Collectors.groupingBy(Kill::victim, Collectors.counting()));

    assertThat(deaths)
        .containsOnlyKeys(VICTIMS)
        .allSatisfy((victim, count) -> assertThat(count).isEqualTo(4));
  }

  @Test
  void deathsAreSpreadOverTheWholeRunInOrder() {
    List<Integer> moments = schedule(2_000, 4, 7).stream().map(Kill::afterOrders).toList();

    assertThat(moments).isSorted().allMatch(at -> at >= 0 && at < 2_000);
    assertThat(moments.getFirst()).isLessThan(250);
    assertThat(moments.getLast()).isGreaterThan(1_750);
  }

  @Test
  void theSameSeedMakesTheSameScheduleAndAnotherSeedAnother() {
    assertThat(schedule(500, 1, 42)).isEqualTo(schedule(500, 1, 42));
    assertThat(schedule(500, 1, 42)).isNotEqualTo(schedule(500, 1, 43));
  }

  @Test
  void theLastDeathIsAlwaysWaitedFor() {
    for (long seed = 0; seed < 50; seed++) {
      assertThat(schedule(300, 1, seed).getLast().awaitHealthy()).isTrue();
    }
  }

  @Test
  void aRunOfFewOrdersStillHasItsDeaths() {
    assertThat(schedule(2, 1, 1)).hasSize(4);
    assertThat(ChaosPlan.of(10, 1, 2, null).kills()).isEqualTo(1);
    assertThat(ChaosPlan.of(2_000, 1, 2, null).kills()).isEqualTo(4);
  }

  @Test
  void fatesComeAsOftenAsTheirWeights() {
    Random random = new Random(1);
    Map<Fate, Long> drawn =
        Stream.generate(() -> Fate.drawn(random))
            .limit(10_000)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

    assertThat(drawn).containsOnlyKeys(Fate.values());
    assertThat(drawn.get(Fate.PAYS)).isBetween(5_500L, 6_500L);
  }

  private static List<Kill> schedule(int orders, int kills, long seed) {
    return KillSchedule.of(new ChaosPlan(orders, seed, 8, kills), VICTIMS);
  }
}
