package io.emporium.localstack.webhook;

import io.emporium.localstack.http.Ids;
import io.emporium.localstack.http.Json;
import io.emporium.localstack.ledger.Store;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// The queue of notifications: kept in the store until the receiver took them, tried again with
/// back-off while it does not.
public final class Webhooks implements AutoCloseable {

  static final String QUEUE = "webhooks.queue";
  static final String DONE = "webhooks.done";

  private static final long[] BACK_OFF_MILLIS = {500, 1_000, 2_000, 5_000, 10_000, 30_000, 60_000};
  private static final int ATTEMPTS = 200;
  private static final int TICK_MILLIS = 50;
  private static final int AT_ONCE = 8;
  private static final long REORDER_MILLIS = 10_000;

  private final Store store;
  private final Sender sender;
  private final Clock clock;
  private final String base;
  private final Subscription subscription;
  private final MishapScript script = new MishapScript();
  private final Map<String, Long> dueAt = new ConcurrentHashMap<>();
  private final Semaphore permits = new Semaphore(AT_ONCE);
  private final ScheduledExecutorService ticker =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
  private @Nullable String heldBack;

  public Webhooks(Store store, Sender sender, Clock clock, String base, Subscription subscription) {
    this.store = store;
    this.sender = sender;
    this.clock = clock;
    this.base = base;
    this.subscription = subscription;
    store.all(QUEUE).forEach(item -> dueAt.put(Json.text(item, "id"), clock.millis()));
  }

  public void start() {
    var unused =
        ticker.scheduleWithFixedDelay(
            this::sendDue, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
  }

  MishapScript script() {
    return script;
  }

  Sender sender() {
    return sender;
  }

  String url(String provider) {
    return base + "/api/payments/webhooks/" + provider;
  }

  /// Queues an event; call it inside the step that caused it.
  public synchronized void publish(String provider, String type, ObjectNode event) {
    if (!subscription.wants(type)) {
      return;
    }
    Mishap mishap = script.take(provider, type);
    String waiting = heldBack;
    if (mishap == null) {
      var unused = enqueue(provider, type, event, 0);
    } else {
      apply(mishap, provider, type, event);
    }
    if (waiting != null && waiting.equals(heldBack)) {
      heldBack = null;
      dueAt.computeIfPresent(waiting, (id, due) -> clock.millis() + BACK_OFF_MILLIS[0]);
    }
  }

  private void apply(Mishap mishap, String provider, String type, ObjectNode event) {
    switch (mishap.kind()) {
      case DUPLICATE -> {
        var unused = enqueue(provider, type, event, 0);
        unused = enqueue(provider, type, event, 0);
      }
      case DELAY -> {
        var unused = enqueue(provider, type, event, mishap.delayMillis());
      }
      case REORDER -> heldBack = enqueue(provider, type, event, REORDER_MILLIS);
      case DROP -> {
        ObjectNode item = item(provider, type, event).put("state", "DROPPED");
        store.put(DONE, Json.text(item, "id"), item);
      }
    }
  }

  private String enqueue(String provider, String type, ObjectNode event, long delayMillis) {
    ObjectNode item = item(provider, type, event);
    String id = Json.text(item, "id");
    store.put(QUEUE, id, item);
    dueAt.put(id, clock.millis() + delayMillis);
    return id;
  }

  private ObjectNode item(String provider, String type, ObjectNode event) {
    return Json.object()
        .put("id", clock.millis() + Ids.next("-"))
        .put("provider", provider)
        .put("type", type)
        .put("state", "WAITING")
        .put("attempts", 0)
        .put("createdAt", clock.instant().toString())
        .put("body", Json.write(event));
  }

  /// Sends a notification again whatever became of it.
  boolean resend(String id) {
    ObjectNode item = store.get(DONE, id);
    if (item == null) {
      return dueAt.computeIfPresent(id, (key, due) -> clock.millis()) != null;
    }
    item.put("state", "WAITING").put("attempts", 0);
    store.put(QUEUE, id, item);
    dueAt.put(id, clock.millis());
    return true;
  }

  private void sendDue() {
    long now = clock.millis();
    dueAt.entrySet().stream()
        .filter(entry -> entry.getValue() <= now)
        .map(Map.Entry::getKey)
        .sorted()
        .forEach(
            id -> {
              if (permits.tryAcquire()) {
                dueAt.remove(id);
                Thread.startVirtualThread(() -> sendAndRelease(id));
              }
            });
  }

  private void sendAndRelease(String id) {
    try {
      ObjectNode item = store.get(QUEUE, id);
      if (item != null) {
        send(id, item);
      }
    } finally {
      permits.release();
    }
  }

  private void send(String id, ObjectNode item) {
    String provider = Json.text(item, "provider");
    String body = Json.text(item, "body");
    int status = sender.post(url(provider), body, sender.headers(provider, body, ""));
    int attempts = item.path("attempts").asInt() + 1;
    item.put("attempts", attempts).put("lastStatus", status);
    boolean taken = status >= 200 && status < 300;
    if (taken || attempts >= ATTEMPTS) {
      item.put("state", taken ? "DELIVERED" : "FAILED");
      var unused =
          store.step(
              () -> {
                store.put(DONE, id, item);
                store.remove(QUEUE, id);
                return id;
              });
    } else {
      store.put(QUEUE, id, item);
      long pause = BACK_OFF_MILLIS[Math.min(attempts, BACK_OFF_MILLIS.length) - 1];
      dueAt.put(id, clock.millis() + pause);
    }
  }

  @Override
  public void close() {
    ticker.shutdownNow();
  }
}
