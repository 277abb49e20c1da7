package io.emporium.notification.delivery;

import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.PageQuery;
import io.emporium.kit.tenancy.Scope;
import io.emporium.notification.delivery.LaneQueue.Due;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// The three lanes. Each has a queue and threads of its own and is woken for every new delivery;
/// looking into the database finds retries that are due and what a crash left behind.
@Component
public final class DeliveryLanes implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(DeliveryLanes.class);

  // How long a thread waits for work before it looks whether it is to end. A stop wakes nobody:
  // the interrupt could hit one that has just begun to send.
  private static final Duration GLANCE = Duration.ofMillis(250);

  private final AggregateStore<Delivery> deliveries;
  private final ObjectProvider<AttemptDelivery> attempts;
  private final DeliveryProperties settings;
  private final Clock clock;
  private final Map<Lane, LaneQueue> queues = new EnumMap<>(Lane.class);
  private final LaneThreads threads = new LaneThreads();
  private volatile boolean running;

  DeliveryLanes(
      AggregateStore<Delivery> deliveries,
      ObjectProvider<AttemptDelivery> attempts,
      DeliveryProperties settings,
      Clock clock,
      MeterRegistry meters) {
    this.deliveries = deliveries;
    this.attempts = attempts;
    this.settings = settings;
    this.clock = clock;
    for (Lane lane : Lane.values()) {
      LaneQueue queue = new LaneQueue();
      queues.put(lane, queue);
      meters.gauge(
          "emporium.notification.lane", Tags.of("lane", lane.wireName()), queue, LaneQueue::size);
    }
  }

  /// Whether something planned now is attempted at once.
  boolean isCalm(Lane lane) {
    return running && queue(lane).isNearlyEmpty();
  }

  /// @param planned claimed already, where it was planned in calm
  void wake(Delivery planned) {
    queue(planned.draft().lane()).offer(Due.planned(planned));
  }

  @Scheduled(fixedDelayString = "${emporium.delivery.poll-interval:1s}")
  void lookForDue() {
    if (!running) {
      return;
    }
    for (Lane lane : Lane.values()) {
      LaneQueue queue = queue(lane);
      if (queue.isNearlyEmpty()) {
        due(lane).forEach(delivery -> queue.offer(Due.again(delivery)));
      }
    }
  }

  private List<Delivery> due(Lane lane) {
    Document filter =
        new Document("openLane", lane.name())
            .append("nextAttemptAt", new Document("$lte", clock.instant()));
    PageQuery oldest = PageQuery.first(PageQuery.MAX_SIZE).sortedBy("nextAttemptAt", true);
    return deliveries.list(Scope.platform(), filter, oldest);
  }

  private void work(LaneQueue queue) {
    while (running) {
      try {
        Due due = queue.take(GLANCE);
        if (due != null) {
          attempt(due, queue);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException | Error e) {
        // Whatever it was, the lane must not lose a thread to it. The delivery stays open: a look
        // finds it again.
        log.warn("an attempt stumbled and will be repeated: {}", e.toString(), e);
      }
    }
  }

  private void attempt(Due due, LaneQueue queue) {
    try {
      attempts.getObject().attempt(due);
    } finally {
      queue.done(due.id());
    }
  }

  private LaneQueue queue(Lane lane) {
    return Objects.requireNonNull(queues.get(lane));
  }

  @Override
  public void start() {
    running = true;
    for (Lane lane : Lane.values()) {
      LaneQueue queue = queue(lane);
      for (int n = 1; n <= settings.threadsOf(lane); n++) {
        threads.start("lane-" + lane.wireName() + "-" + n, () -> work(queue));
      }
    }
  }

  @Override
  public void stop() {
    running = false;
    int cutOff = threads.end(settings.farewell());
    if (cutOff > 0) {
      log.warn(
          "{} attempts were cut off after {} and may be repeated", cutOff, settings.farewell());
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  // Before the consumers, so that what they plan leaves at once.
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE - 7_500;
  }
}
