package io.emporium.fleet.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.emporium.fleet.client.Answer;
import io.emporium.fleet.client.Api;
import io.emporium.fleet.wall.Crowd;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// Guessing passwords, from many addresses against many accounts. Small by default, since each
/// guess that is looked at costs a bcrypt; the figures of the goal, in about ten minutes:
/// `-Dfleet.guess.users=1000 -Dfleet.guess.addresses=200 -Dfleet.guess.guesses=10000`.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BruteForceFleetIT {

  private static final int USERS = Integer.getInteger("fleet.guess.users", 12);
  private static final int ADDRESSES = Integer.getInteger("fleet.guess.addresses", 8);
  private static final int GUESSES = Integer.getInteger("fleet.guess.guesses", 240);
  private static final int CHECKS_PER_ACCOUNT = 10;
  private static final Duration WINDOW = Duration.ofMinutes(15);
  private static final int OWNERS = 5;
  private static final long SEED = 2026;
  private static final int SAMPLES = 15;
  private static final int TRIES = 3;
  private static final double SAME = 0.10;
  private static final String PASSWORD = "Str0ng-enough!";
  private static final String OWNERS_ADDRESS = "192.0.2.10";

  private final TestFleet fleet = new TestFleet();
  private final Api auth = fleet.direct("auth-service");
  private final String run = WallFleet.run();
  private final AtomicInteger guesses = new AtomicInteger();

  @BeforeAll
  void registerUsers() {
    Crowd.run(2, IntStream.range(0, USERS).mapToObj(n -> (Runnable) () -> register(n)).toList());
    // Behind the gateway auth-service learns the client's address from X-Forwarded-For. If it did
    // not here, the guesses below would shut out this machine instead of the guessers.
    for (int n = 0; n < 5; n++) {
      assertThat(guess("nobody-" + run + "@example.com", "198.51.100.251").status()).isEqualTo(401);
    }
    signIn(0, "198.51.100.252").expect(200);
  }

  @Test
  void anAccountIsTriedTenTimesAtMostAndItsOwnerStillGetsIn() {
    Map<Integer, AtomicInteger> checks = new ConcurrentHashMap<>();
    AtomicInteger refused = new AtomicInteger();
    Random targets = new Random(SEED);
    long start = System.nanoTime();

    Crowd.run(
        8,
        IntStream.range(0, GUESSES)
            .mapToObj(_ -> favoured(targets))
            .map(user -> (Runnable) () -> guessAt(user, checks, refused))
            .toList());

    Duration took = Duration.ofNanos(System.nanoTime() - start);
    int most = checks.values().stream().mapToInt(AtomicInteger::get).max().orElse(0);
    System.out.printf(
        "brute force: %d guesses at %d accounts from %d addresses in %d s; %d looked at, %d refused"
            + " unseen, most at one account %d%n",
        GUESSES,
        USERS,
        ADDRESSES,
        took.toSeconds(),
        checks.values().stream().mapToInt(AtomicInteger::get).sum(),
        refused.get(),
        most);
    assertThat(most).isLessThanOrEqualTo(CHECKS_PER_ACCOUNT * windowsBegunIn(took));
    assertThat(refused).as("those most guessed at were not guarded").hasPositiveValue();
    for (int user = 0; user < Math.min(USERS, OWNERS); user++) {
      signIn(user, OWNERS_ADDRESS).expect(200);
    }
  }

  // The first account is guessed at most, as a guesser would who knows whom it pays to rob: a few
  // get many times what may be looked at, most get less.
  private static int favoured(Random targets) {
    return (int) (USERS * Math.pow(targets.nextDouble(), 3));
  }

  private static int windowsBegunIn(Duration time) {
    return Math.toIntExact(time.dividedBy(WINDOW)) + 1;
  }

  // A measurement, for a quiet machine: ./fleet test --only BruteForceFleetIT -Dfleet.timing=true
  @EnabledIfSystemProperty(named = "fleet.timing", matches = "true")
  @Test
  void anUnknownAddressTakesAsLongAsAKnownOne() {
    List<String> tries = new ArrayList<>();
    for (int n = 0; n < TRIES; n++) {
      double known = median(n, "guessed-", 1);
      double unknown = median(n, "nobody-", 2);
      double difference = Math.abs(known - unknown) / Math.max(known, unknown);
      tries.add("known %.1f ms, unknown %.1f ms".formatted(known, unknown));
      if (difference < SAME) {
        System.out.println("brute force: " + tries);
        return;
      }
    }
    assertThat(tries).as("one time told from the other").isEmpty();
  }

  // Accounts of its own, from addresses of its own: nothing is throttled here.
  private double median(int round, String prefix, int network) {
    List<Long> nanos = new ArrayList<>();
    for (int n = 0; n < SAMPLES; n++) {
      String email = prefix + run + "-" + round + "-" + n + "@example.com";
      String address = "203.0.113." + (network * 100 + round * SAMPLES + n);
      if (prefix.startsWith("guessed")) {
        auth.post("/api/auth/register", Map.of("email", email, "password", PASSWORD)).expect(201);
      }
      long start = System.nanoTime();
      guess(email, address).expect(401);
      nanos.add(System.nanoTime() - start);
    }
    nanos.sort(null);
    return nanos.get(SAMPLES / 2) / 1e6;
  }

  private void guessAt(int user, Map<Integer, AtomicInteger> checks, AtomicInteger refused) {
    // Another address each time, in turn.
    String address = "198.51.100." + (guesses.getAndIncrement() % ADDRESSES + 1);
    Answer answer = guess(email(user), address);
    assertThat(answer.status()).as(answer.body()).isIn(401, 429);
    if (answer.status() == 401) {
      checks.computeIfAbsent(user, _ -> new AtomicInteger()).incrementAndGet();
    } else {
      refused.incrementAndGet();
    }
  }

  private Answer guess(String email, String address) {
    return auth.post(
        "/api/auth/login",
        Map.of("email", email, "password", "wrong-" + System.nanoTime()),
        "X-Forwarded-For",
        address);
  }

  private void register(int number) {
    auth.post(
            "/api/auth/register",
            Map.of("email", email(number), "password", PASSWORD),
            "X-Forwarded-For",
            OWNERS_ADDRESS)
        .expect(201);
  }

  private Answer signIn(int number, String address) {
    return auth.post(
        "/api/auth/login",
        Map.of("email", email(number), "password", PASSWORD),
        "X-Forwarded-For",
        address);
  }

  private String email(int number) {
    return "victim-" + run + "-" + number + "@example.com";
  }
}
