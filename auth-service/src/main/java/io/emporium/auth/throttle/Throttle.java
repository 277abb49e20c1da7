package io.emporium.auth.throttle;

import io.emporium.auth.throttle.Budgets.Limit;
import io.emporium.auth.throttle.Budgets.Spent;
import io.emporium.events.user.AccountThrottled;
import io.emporium.events.user.LoginFailed;
import io.emporium.kit.ids.Ids;
import io.emporium.kit.problem.Category;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.Announcements;
import io.emporium.kit.web.Turns;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Slows guessing down. Only failures count, so a crowd behind one address signs in unhindered: who
/// comes while others are being checked waits until it is known whether those were wrong.
///
/// All strangers together get a few tries on an account. That alone would let any of them lock its
/// owner out; so whoever signed in before, from this address or on this device, has tries of their
/// own. And a device that has been here before does not share those of its address, where a
/// stranger may sit too.
@Component
public class Throttle {

  /// Who tries what from where.
  ///
  /// @param email which need not belong to anybody
  /// @param device session of this account that the client has shown to be its own
  /// @param addressIsKnown asked when strangers have no tries left
  public record Attempt(
      String email, String address, @Nullable String device, BooleanSupplier addressIsKnown) {}

  /// Leave to try once.
  public record Permit(String id, String address, String source, List<Share> shares) {

    record Share(String key, Limit limit) {}
  }

  private static final Duration RECHECK = Duration.ofMillis(50);

  private final Budgets budgets;
  private final Announcements announcements;
  private final Ids ids;
  private final Clock clock;
  private final Limit perSource;
  private final Limit perAccount;
  private final Limit perAddress;
  private final Limit letters;
  private final Duration patience;
  // Attempts of this instance that are neither right nor wrong yet.
  private final Set<String> undecided = ConcurrentHashMap.newKeySet();

  Throttle(
      Budgets budgets,
      Announcements announcements,
      ThrottleProperties properties,
      Ids ids,
      Clock clock) {
    this.budgets = budgets;
    this.announcements = announcements;
    this.ids = ids;
    this.clock = clock;
    this.perSource = new Limit(properties.perSource(), properties.window());
    this.perAccount = new Limit(properties.perAccount(), properties.window());
    this.perAddress = new Limit(properties.perAddress(), properties.window());
    this.letters = new Limit(properties.lettersPerAddress(), properties.window());
    this.patience = properties.patience();
  }

  /// Every permit is decided: [#succeeded], [#failed] or [#notTried].
  ///
  /// @throws Refusal throttled, when there have been too many failures
  public Permit admit(Attempt attempt) {
    String account = attempt.email().strip().toLowerCase(Locale.ROOT);
    if (attempt.device() != null) {
      String source = key("device", attempt.device());
      return new Taking(attempt.address(), source).of(source, perSource).permit();
    }
    String address = Neighbourhood.of(attempt.address());
    String source = key("source", address, account);
    return new Taking(attempt.address(), source)
        .unless(attempt.addressIsKnown(), key("account", account), perAccount)
        .of(source, perSource)
        .of(key("address", address), perAddress)
        .permit();
  }

  /// @param userId null where the account is unknown
  public void failed(Permit permit, @Nullable String userId) {
    undecided.remove(permit.id());
    announcements.leave(new LoginFailed(userId, permit.address(), "bad_credentials"), null);
    // Looked up for the unknown, too, so that it takes as long.
    boolean spent =
        permit.shares().stream()
            .anyMatch(
                share ->
                    !share.limit().equals(perAddress)
                        && budgets.isSpent(share.key(), share.limit()));
    if (spent && userId != null) {
      announcements.leave(
          new AccountThrottled(userId, permit.address(), clock.instant().plus(perAccount.window())),
          null);
    }
  }

  /// Forgets the failures of this source. Others stay: a thief's own account must not wash his
  /// guesses away.
  public void succeeded(Permit permit) {
    notTried(permit);
    budgets.forget(permit.source());
  }

  /// Takes the attempt back.
  public void notTried(Permit permit) {
    permit.shares().forEach(share -> budgets.giveBack(share.key(), permit.id()));
    undecided.remove(permit.id());
  }

  /// @throws Refusal throttled, when this address has asked for too many letters
  public void countLetter(String address) {
    budgets
        .take(key("letters", Neighbourhood.of(address)), letters, ids.next())
        .ifPresent(
            spent -> {
              throw tooMany(spent.left());
            });
  }

  private static Refusal tooMany(Duration wait) {
    return new Refusal(
            Category.THROTTLED, "too_many_attempts", "Too many failed attempts; try again later")
        .retryAfterSeconds(wait.toSeconds() + 1);
  }

  /// Takes a share of one budget after the other; of all or of none.
  private final class Taking {

    private final String id = ids.next();
    private final String address;
    private final String source;
    private final List<Permit.Share> taken = new ArrayList<>();

    Taking(String address, String source) {
      this.address = address;
      this.source = source;
      undecided.add(id);
    }

    Taking of(String key, Limit limit) {
      return unless(() -> false, key, limit);
    }

    Taking unless(BooleanSupplier exempt, String key, Limit limit) {
      try {
        if (budgets.take(key, limit, id).isPresent()) {
          if (exempt.getAsBoolean()) {
            return this;
          }
          takeOnceDecided(key, limit);
        }
        taken.add(new Permit.Share(key, limit));
        return this;
      } catch (RuntimeException e) {
        notTried(permit());
        throw e;
      }
    }

    // Budgets are taken in one order: who holds one and waits for the next waits for somebody who
    // is further on.
    private void takeOnceDecided(String key, Limit limit) {
      Instant end = clock.instant().plus(patience);
      while (true) {
        // Looked at before, too: some may be decided between the taking and the question.
        Set<String> before = Set.copyOf(undecided);
        Optional<Spent> spent = budgets.take(key, limit, id);
        if (spent.isEmpty()) {
          return;
        }
        boolean mayComeFree =
            spent.get().by().stream().anyMatch(by -> before.contains(by) || undecided.contains(by));
        if (!mayComeFree || clock.instant().isAfter(end)) {
          throw tooMany(spent.get().left());
        }
        pause();
      }
    }

    Permit permit() {
      return new Permit(id, address, source, List.copyOf(taken));
    }
  }

  private static void pause() {
    try {
      Turns.pauseAside(() -> Thread.sleep(RECHECK));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while others were being checked", e);
    }
  }

  private static String key(String... parts) {
    try {
      byte[] text = String.join("\n", parts).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
