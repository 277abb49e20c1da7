package io.emporium.auth.account;

import io.emporium.kit.problem.Category;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.web.Turns;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;

/// bcrypt over a peppered digest: bcrypt itself stops reading after 72 bytes, the digest always has
/// 64 characters.
@Component
public class PasswordHashing implements DisposableBean {

  private static final String MAC = "HmacSHA384";

  private final BCryptPasswordEncoder bcrypt;
  private final SecretKeySpec pepper;
  // Threads of the system on purpose: hashing never waits, so on virtual ones it would hold the few
  // carriers and with them every request that waits for the database.
  private final ExecutorService workers;
  private final Duration patience;
  private final String nobodysHash;
  private final Counter checks;

  PasswordHashing(PasswordProperties properties, MeterRegistry meters) {
    this.bcrypt = new BCryptPasswordEncoder(properties.cost());
    this.pepper = new SecretKeySpec(properties.pepper().getBytes(StandardCharsets.UTF_8), MAC);
    this.workers =
        Executors.newFixedThreadPool(
            properties.concurrency(), Thread.ofPlatform().name("hashing-", 0).daemon().factory());
    this.patience = properties.patience();
    this.nobodysHash = encode("nobody has this password");
    this.checks = meters.counter("emporium.auth.password.checks");
  }

  public String hash(String password) {
    return inTurn(() -> encode(password));
  }

  /// @param hash null when there is no such account or it has no password: the work is the same, so
  ///   that the time of the answer tells nothing
  public boolean matches(String password, @Nullable String hash) {
    String compared = hash == null ? nobodysHash : hash;
    checks.increment();
    boolean same = inTurn(() -> bcrypt.matches(digest(password), compared));
    return same && hash != null;
  }

  private String encode(String password) {
    String hash = bcrypt.encode(digest(password));
    if (hash == null) {
      throw new IllegalStateException("bcrypt made no hash");
    }
    return hash;
  }

  private String digest(String password) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(pepper);
      byte[] digest = mac.doFinal(password.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + MAC, e);
    }
  }

  // A crowd that signs in waits here in line, instead of slowing every other request down.
  private <R> R inTurn(Callable<R> work) {
    Future<R> turn = workers.submit(work);
    return Turns.aside(() -> result(turn));
  }

  private <R> R result(Future<R> turn) {
    try {
      return turn.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      turn.cancel(false);
      throw busy();
    } catch (InterruptedException e) {
      turn.cancel(false);
      Thread.currentThread().interrupt();
      throw busy();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  @Override
  public void destroy() {
    workers.close();
  }

  private static Refusal busy() {
    return new Refusal(
            Category.UNAVAILABLE, "busy", "Too many people sign in at the moment; try again")
        .retryAfterSeconds(5);
  }
}
