package io.emporium.kit.testing.crash;

import io.emporium.kit.context.Cause;
import io.emporium.kit.crash.CrashPoints;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/// Halts whoever works under a correlation id at the nth point that is reached there, once; so many
/// halts can be tried at the same time. The relay works for all: it, or simply the next one, is
/// halted by the name of the point.
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

  public static final String BEFORE_WRITE = "store.before-write";
  public static final String BEFORE_ACK = "consumer.before-ack";
  public static final List<String> OF_THE_RELAY =
      List.of("outbox.before-publish", "outbox.after-publish", "outbox.after-pull");

  private final Map<String, List<String>> seen = new ConcurrentHashMap<>();
  private final Map<String, Integer> armed = new ConcurrentHashMap<>();
  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
  private final Set<String> armedForAnyone = ConcurrentHashMap.newKeySet();
  private final ObjectProvider<CrashPoints> all;
  private volatile @Nullable List<CrashPoints> others;

  public Halts(ObjectProvider<CrashPoints> all) {
    this.all = all;
  }

  /// From now on the points reached under this correlation id are remembered.
  public void watch(String correlationId) {
    seen.put(correlationId, new CopyOnWriteArrayList<>());
    acknowledged.remove(correlationId);
  }

  /// The points that were reached under this correlation id since it is watched.
  public List<String> seen(String correlationId) {
    return List.copyOf(seen.getOrDefault(correlationId, List.of()));
  }

  /// @param nth counted from 1
  public void haltAt(String correlationId, int nth) {
    armed.put(correlationId, nth);
  }

  boolean halted(String correlationId) {
    return !armed.containsKey(correlationId);
  }

  /// Whether a message was handled to its end.
  boolean acknowledged(String correlationId) {
    return acknowledged.contains(correlationId);
  }

  /// How often a message was handled to its end, where nothing is halted.
  public long handled(String correlationId) {
    return seen(correlationId).stream().filter(BEFORE_ACK::equals).count();
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
    List<String> points = correlationId == null ? null : seen.get(correlationId);
    if (points != null) {
      reached(point, correlationId, points);
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

  private void reached(String point, String correlationId, List<String> points) {
    points.add(point);
    if (points.size() >= armed.getOrDefault(correlationId, Integer.MAX_VALUE)) {
      armed.remove(correlationId);
      throw new Halt(point);
    }
    if (point.equals(BEFORE_ACK)) {
      acknowledged.add(correlationId);
    }
  }
}
