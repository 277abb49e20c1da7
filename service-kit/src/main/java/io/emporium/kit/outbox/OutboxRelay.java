package io.emporium.kit.outbox;

import io.emporium.kit.crash.CrashPoints;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Carries messages from the documents that caused them to the broker: at least once, in order per
/// document, and only taken out once the broker has them.
///
/// Every write wakes it with what it wrote; the sweep finds what a crash left behind. Several
/// instances may run: a message can then go out twice, with the same id, but is never lost.
public final class OutboxRelay implements SmartLifecycle, OutboxSignal {

  private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);
  private static final int BATCH = 128;
  private static final Duration FAREWELL = Duration.ofSeconds(3);
  private static final PendingDocument WAKE_UP = new PendingDocument("", "", List.of());

  private final OutboxDocuments documents;
  private final OutboxPublisher publisher;
  private final OutboxProperties properties;
  private final Clock clock;
  private final CrashPoints crashPoints;

  private final BlockingQueue<PendingDocument> woken = new LinkedBlockingQueue<>();
  // Documents of which an entry failed: their later entries wait for the sweep, or they would
  // overtake.
  private final Set<String> stalled = new HashSet<>();
  private final PublishedDocuments published = new PublishedDocuments();
  private final AtomicLong oldestAgeMillis = new AtomicLong();
  private long lastSweep;
  private volatile boolean running;
  private volatile Thread thread = Thread.currentThread();

  public OutboxRelay(
      OutboxDocuments documents,
      OutboxPublisher publisher,
      OutboxProperties properties,
      Clock clock,
      CrashPoints crashPoints,
      MeterRegistry meters) {
    this.documents = documents;
    this.publisher = publisher;
    this.properties = properties;
    this.clock = clock;
    this.crashPoints = crashPoints;
    meters.gauge("emporium.outbox.oldest.age.ms", oldestAgeMillis);
    meters.gaugeCollectionSize("emporium.outbox.waiting", List.of(), woken);
  }

  @Override
  public void written(String collection, String aggregateId, List<OutboxEntry> entries) {
    if (running) {
      woken.add(new PendingDocument(collection, aggregateId, entries));
    }
  }

  private void run() {
    while (running) {
      try {
        relayOnce();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        log.warn("the outbox relay stumbled and goes on: {}", e.toString());
        pause();
      }
    }
    sayFarewell();
  }

  // What is left in the documents is published again at the next start: harmless, but work.
  private void sayFarewell() {
    try {
      clear(published.takeAll());
    } catch (RuntimeException e) {
      log.debug("the outbox stays as it is until the next start: {}", e.toString());
    }
  }

  private void relayOnce() throws InterruptedException {
    PendingDocument first = woken.poll(untilNextChore(), TimeUnit.MILLISECONDS);
    if (first != null) {
      List<PendingDocument> batch = new ArrayList<>();
      batch.add(first);
      woken.drainTo(batch, BATCH - 1);
      batch.removeIf(document -> document == WAKE_UP || stalled.contains(document.id()));
      publish(batch);
    }
    long now = clock.millis();
    if (published.dueInMillis(now) == 0) {
      clear(published.takeDue(now));
    }
    if (untilSweep(now) == 0) {
      sweep();
    }
  }

  private long untilNextChore() {
    long now = clock.millis();
    return Math.min(untilSweep(now), published.dueInMillis(now));
  }

  // A calm outbox is looked through seldom: every look is a query per collection.
  private long untilSweep(long now) {
    Duration interval =
        stalled.isEmpty() ? properties.calmSweepInterval() : properties.sweepInterval();
    return Math.max(0, lastSweep + interval.toMillis() - now);
  }

  private void clear(List<PendingDocument> done) {
    if (!done.isEmpty()) {
      documents.clear(done);
      crashPoints.reached("outbox.after-pull");
    }
  }

  private void sweep() {
    clear(published.takeAll());
    long settled = clock.millis() - properties.settleTime().toMillis();
    List<PendingDocument> found = documents.pending();
    oldestAgeMillis.set(age(found));
    // What was written a moment ago is in the queue already. An older entry was left by a crash,
    // and must not wait until its document is written no more.
    found.removeIf(
        document ->
            !stalled.contains(document.id())
                && document.entries().stream().allMatch(entry -> entry.at() > settled));
    stalled.clear();
    publish(found);
    lastSweep = clock.millis();
  }

  private long age(List<PendingDocument> found) {
    return found.stream()
        .flatMap(document -> document.entries().stream())
        .mapToLong(entry -> clock.millis() - entry.at())
        .max()
        .orElse(0);
  }

  private void publish(List<PendingDocument> batch) {
    if (batch.isEmpty()) {
      return;
    }
    List<OutboxEntry> entries =
        batch.stream().flatMap(document -> document.entries().stream()).toList();
    crashPoints.reached("outbox.before-publish");
    Set<String> confirmed = publisher.publish(entries);
    crashPoints.reached("outbox.after-publish");
    for (PendingDocument document : batch) {
      List<OutboxEntry> done =
          document.entries().stream().filter(entry -> confirmed.contains(entry.id())).toList();
      if (done.size() < document.entries().size()) {
        stalled.add(document.id());
      }
      if (!done.isEmpty() || document.entries().isEmpty()) {
        published.add(
            new PendingDocument(document.collection(), document.id(), done), clock.millis());
      }
    }
  }

  private void pause() {
    try {
      Thread.sleep(Duration.ofMillis(200));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void start() {
    // As after a crash: what a former thread had in hand is found by the sweep.
    var _ = published.takeAll();
    lastSweep = 0;
    running = true;
    thread = Thread.ofPlatform().name("outbox-relay").daemon().start(this::run);
  }

  @Override
  public void stop() {
    running = false;
    woken.add(WAKE_UP);
    try {
      if (!thread.join(FAREWELL)) {
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  // Before the consumers, so that their answers leave at once.
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE - 10_000;
  }
}
