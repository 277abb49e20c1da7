package io.emporium.kit.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Sees to it that no revocation is missing, whatever happened to the broker or to this process:
/// reads the list before there is any traffic, and what is new in it every few seconds.
///
/// Without the list nobody's token is believed. An outage of auth-service is borne for as long as
/// an access token lives: none that was issued before it outlives that, and none is issued in it.
final class RevocationSync implements SmartLifecycle {

  /// What an access token lives at most, and some more for clocks that disagree.
  private static final Duration LONGEST_LIFE = Duration.ofMinutes(16);

  // Read again each time: what was written a moment ago may carry an earlier time than what was
  // read already.
  private static final Duration OVERLAP = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Logger log = LoggerFactory.getLogger(RevocationSync.class);

  private final RevocationSource source;
  private final Revocations revocations;
  private final Duration interval;
  private final Duration grace;
  private final Clock clock;

  private Instant position = Instant.EPOCH;
  private Instant lastAttempt = Instant.EPOCH;
  private boolean failing;
  private volatile Instant goodUntil = Instant.EPOCH;
  private volatile boolean running;
  private volatile Thread thread = Thread.currentThread();

  RevocationSync(
      RevocationSource source, Revocations revocations, TokenProperties properties, Clock clock) {
    this.source = source;
    this.revocations = revocations;
    this.interval = properties.revocationInterval();
    this.grace = properties.revocationGrace();
    this.clock = clock;
  }

  /// Whether the list is known well enough to believe a token. Who comes while it is not yet known
  /// asks for it.
  boolean isKnown() {
    return isFresh() || askForIt();
  }

  private boolean isFresh() {
    return clock.instant().isBefore(goodUntil);
  }

  // A crowd that comes together makes one question a second.
  private synchronized boolean askForIt() {
    if (!isFresh() && !clock.instant().isBefore(lastAttempt.plus(PAUSE))) {
      read();
    }
    return isFresh();
  }

  synchronized void read() {
    Instant now = clock.instant();
    lastAttempt = now;
    try {
      position = readFrom(position).minus(OVERLAP);
      revocations.forgetBefore(now.minus(LONGEST_LIFE));
      goodUntil = now.plus(grace);
      if (failing) {
        log.info("the list of revocations can be read again");
        failing = false;
      }
    } catch (RuntimeException e) {
      if (!failing) {
        log.warn("the list of revocations cannot be read: {}", e.toString());
        failing = true;
      }
    }
  }

  private Instant readFrom(Instant start) {
    RevocationPage page = source.since(start);
    Instant at = start;
    while (!page.complete()) {
      page.revocations().forEach(revocations::add);
      if (!page.next().isAfter(at)) {
        throw new IllegalStateException("the list does not go on after " + at);
      }
      at = page.next();
      page = source.since(at);
    }
    page.revocations().forEach(revocations::add);
    return page.next();
  }

  private void run() {
    while (running) {
      try {
        Thread.sleep(isFresh() ? interval : PAUSE);
        read();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  @Override
  public void start() {
    running = true;
    read();
    thread = Thread.ofVirtual().name("revocations").start(this::run);
  }

  @Override
  public void stop() {
    running = false;
    thread.interrupt();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  // Before consumers and web server.
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE - 15_000;
  }
}
