package io.emporium.kit.testing.crash;

import io.emporium.events.Envelope;
import io.emporium.kit.context.Cause;
import io.emporium.kit.crash.CrashPoints;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.beans.factory.ObjectProvider;

/// Halts whoever works under a correlation id at a step of its way, once; so many halts can be
/// tried at the same time. The relay works for all: it, or simply the next one, is halted by the
/// name of the point.
///
/// What halts is an [Error]: no handler takes it for a failure to mend, the broker delivers again.
/// Crash points of the service's own tests are told too.
public final class Halts implements CrashPoints {

  /// The process is gone at this point.
  public static final class Halt extends Error {
    Halt(String point) {
      super(point);
    }
  }

  /// A point on the way of one correlation id. What is handled at the same time takes its steps in
  /// any order; within the handling of one kind of message the order is the same every time.
  ///
  /// @param during type of the message that was being handled, empty where none was
  /// @param nth counted from 1 for this point during this
  public record Step(String during, String point, int nth) {
    @Override
    public String toString() {
      return point + " (" + nth + ")" + (during.isEmpty() ? "" : " during " + during);
    }
  }

  private record Handled(String correlationId, String type) {}

  public static final String BEFORE_WRITE = "store.before-write";
  public static final String BEFORE_ACK = "consumer.before-ack";
  public static final List<String> OF_THE_RELAY =
      List.of("outbox.before-publish", "outbox.after-publish", "outbox.after-pull");

  private final Map<String, Queue<Step>> seen = new ConcurrentHashMap<>();
  private final Map<String, Step> armed = new ConcurrentHashMap<>();
  private final Set<Handled> acknowledged = ConcurrentHashMap.newKeySet();
  private final Set<String> armedForAnyone = ConcurrentHashMap.newKeySet();
  private final ObjectProvider<CrashPoints> all;
  private volatile @Nullable List<CrashPoints> others;

  public Halts(ObjectProvider<CrashPoints> all) {
    this.all = all;
  }

  /// From now on the steps taken under this correlation id are remembered.
  public void watch(String correlationId) {
    seen.put(correlationId, new ConcurrentLinkedQueue<>());
    acknowledged.removeIf(message -> message.correlationId().equals(correlationId));
  }

  /// The steps that were taken under this correlation id since it is watched.
  public List<Step> seen(String correlationId) {
    return List.copyOf(seen.getOrDefault(correlationId, new ConcurrentLinkedQueue<>()));
  }

  public void haltAt(String correlationId, Step step) {
    armed.put(correlationId, step);
  }

  boolean halted(String correlationId) {
    return !armed.containsKey(correlationId);
  }

  /// Whether the message was handled to its end; what came of it may be under way.
  boolean acknowledged(Envelope<?> message) {
    return acknowledged.contains(new Handled(message.correlationid(), message.type()));
  }

  /// How often a message was handled to its end, where nothing is halted.
  public long handled(String correlationId) {
    return seen(correlationId).stream().filter(step -> step.point().equals(BEFORE_ACK)).count();
  }

  /// Whoever comes to this point next, under whatever correlation id.
  public void haltNextAt(String point) {
    armedForAnyone.add(point);
  }

  public boolean haltedAt(String point) {
    return !armedForAnyone.contains(point);
  }

  @Override
  public void reached(String point) {
    if (armedForAnyone.remove(point)) {
      throw new Halt(point);
    }
    String correlationId = Cause.current().correlationId();
    // Poison may name none.
    if (correlationId != null && seen.containsKey(correlationId)) {
      reached(point, correlationId);
    }
    others().forEach(other -> other.reached(point));
  }

  private List<CrashPoints> others() {
    List<CrashPoints> known = others;
    if (known == null) {
      known = all.stream().filter(other -> other != this).toList();
      others = known;
    }
    return known;
  }

  private void reached(String point, String correlationId) {
    String during = Objects.requireNonNullElse(MDC.get("event"), "");
    Step step = taken(point, during, correlationId);
    if (armed.remove(correlationId, step)) {
      throw new Halt(point);
    }
    if (point.equals(BEFORE_ACK)) {
      acknowledged.add(new Handled(correlationId, during));
    }
  }

  private synchronized Step taken(String point, String during, String correlationId) {
    Queue<Step> steps = seen.get(correlationId);
    long before =
        steps.stream()
            .filter(step -> step.point().equals(point) && step.during().equals(during))
            .count();
    Step step = new Step(during, point, (int) before + 1);
    steps.add(step);
    return step;
  }
}
