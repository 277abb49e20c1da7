package io.emporium.auth.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.emporium.auth.throttle.Throttle.Attempt;
import io.emporium.auth.throttle.Throttle.Permit;
import io.emporium.kit.ids.Ids;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.Announcements;
import io.emporium.kit.testing.ServiceTest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class ThrottleIT {

  private static final int GUESSES = 10_000;
  private static final int USERS = 1_000;
  private static final int ADDRESSES = 200;

  @Autowired private Throttle patient;
  @Autowired private Budgets budgets;
  @Autowired private Announcements announcements;
  @Autowired private ThrottleProperties properties;
  @Autowired private Ids ids;
  @Autowired private Clock clock;

  // Of one that does not wait for what nobody decides here.
  private Throttle throttle;

  @BeforeEach
  void impatience() {
    throttle =
        new Throttle(
            budgets,
            announcements,
            new ThrottleProperties(
                properties.perSource(),
                properties.perAccount(),
                properties.perAddress(),
                properties.lettersPerAddress(),
                properties.window(),
                Duration.ZERO),
            ids,
            clock);
  }

  @Test
  void tenThousandGuessesOverAThousandAccountsAreTenChecksEachAtMost() throws Exception {
    Map<Integer, AtomicInteger> checks = new ConcurrentHashMap<>();
    AtomicInteger held = new AtomicInteger();
    List<Callable<Void>> guesses = new ArrayList<>();
    for (int n = 0; n < GUESSES; n++) {
      // Half of them on ten accounts, the rest evenly.
      int user = n % 2 == 0 ? n / 2 % 10 : n % USERS;
      String address = "10.1." + n % ADDRESSES + ".1";
      guesses.add(
          () -> {
            try {
              Permit permit = throttle.admit(stranger(user, address));
              checks.computeIfAbsent(user, _ -> new AtomicInteger()).incrementAndGet();
              assertThat(permit.shares()).isNotEmpty();
            } catch (Refusal refused) {
              held.incrementAndGet();
            }
            return null;
          });
    }

    try (var threads = Executors.newFixedThreadPool(8)) {
      for (var done : threads.invokeAll(guesses)) {
        assertThat(done.state()).isEqualTo(Future.State.SUCCESS);
      }
    }

    assertThat(checks.values()).allMatch(count -> count.get() <= 10);
    assertThat(checks.get(0).get()).isEqualTo(10);
    assertThat(held.get()).isGreaterThan(4_800);
    Attempt owner = new Attempt("victim-0@example.com", "192.0.2.99", null, () -> true);
    assertThat(throttle.admit(owner).shares()).isNotEmpty();
  }

  @Test
  void whatWasRightIsGivenBack() {
    for (int n = 0; n < 50; n++) {
      throttle.succeeded(
          throttle.admit(new Attempt("often@example.com", "10.2.0.1", null, () -> false)));
    }
  }

  @Test
  void whoComesWhileOthersAreBeingCheckedWaitsForTheirOutcome() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Permit> first = five("crowd@example.com");
      Future<Permit> sixth = threads.submit(() -> patient.admit(from("crowd@example.com")));
      first.forEach(patient::succeeded);
      assertThat(sixth.get().shares()).isNotEmpty();

      List<Permit> guesses = five("guessed@example.com");
      Future<Permit> next = threads.submit(() -> patient.admit(from("guessed@example.com")));
      guesses.forEach(guess -> patient.failed(guess, null));
      assertThatThrownBy(next::get).hasCauseInstanceOf(Refusal.class);
    }
  }

  @Test
  void aCrowdOfRightOnesPasses() throws Exception {
    List<Callable<Void>> crowd =
        Collections.nCopies(
            60,
            () -> {
              patient.succeeded(patient.admit(from("together@example.com")));
              return null;
            });
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var one : threads.invokeAll(crowd)) {
        assertThat(one.get()).isNull();
      }
    }
  }

  private List<Permit> five(String email) {
    return IntStream.range(0, 5).mapToObj(_ -> patient.admit(from(email))).toList();
  }

  private static Attempt from(String email) {
    return new Attempt(email, "10.4.0.1", null, () -> false);
  }

  @Test
  void whatWasRefusedTakesNothing() {
    String email = "refused@example.com";
    for (int n = 0; n < 30; n++) {
      String address = "10.3.0." + n;
      try {
        var _ = throttle.admit(new Attempt(email, address, null, () -> false));
      } catch (Refusal expected) {
        assertThat(expected.retryAfterSeconds()).isPositive();
      }
    }

    // From the addresses that were turned away, another account may be tried as if nothing was.
    for (int n = 0; n < 5; n++) {
      assertThat(throttle.admit(new Attempt("o@example.com", "10.3.0.29", null, () -> false)))
          .isNotNull();
    }
  }

  @Test
  void aNetworkOfIpv6IsOneAddress() {
    AtomicInteger passed = new AtomicInteger();
    for (int n = 1; n <= 20; n++) {
      try {
        var _ =
            throttle.admit(new Attempt("six@example.com", "2001:db8:1:2::" + n, null, () -> true));
        passed.incrementAndGet();
      } catch (Refusal expected) {
        assertThat(expected.code()).isEqualTo("too_many_attempts");
      }
    }

    assertThat(passed.get()).isEqualTo(5);
  }

  @Test
  void theWindowSlides() {
    Budgets.Limit limit = new Budgets.Limit(2, Duration.ofMillis(300));
    assertThat(budgets.take("sliding", limit, "a")).isEmpty();
    assertThat(budgets.take("sliding", limit, "b")).isEmpty();
    assertThat(budgets.take("sliding", limit, "c"))
        .hasValueSatisfying(
            spent -> {
              assertThat(spent.left()).isLessThanOrEqualTo(limit.window());
              assertThat(spent.by()).containsExactlyInAnyOrder("a", "b");
            });

    await()
        .pollInterval(Duration.ofMillis(50))
        .until(() -> budgets.take("sliding", limit, "d").isEmpty());
  }

  private static Attempt stranger(int user, String address) {
    return new Attempt("victim-" + user + "@example.com", address, null, () -> false);
  }
}
