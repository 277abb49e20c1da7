package io.emporium.kit.testing.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.PriorityQueue;
import java.util.Random;

/// Everything that happens in a simulation happens here, one after the other, at moments that the
/// seed decides. The same seed makes the same history.
///
/// Messages come at least once, as the outbox and the broker of the fleet see to it: one that is
/// lost on the way is sent again, later. A piece of work that dies is begun again, later.
public final class World {

  private static final Instant BEGINNING = Instant.parse("2026-01-05T10:00:00Z");
  private static final int REMEMBERED = 60;

  private record Happening(long at, long order, String what, Runnable work)
      implements Comparable<Happening> {
    @Override
    public int compareTo(Happening other) {
      int byTime = Long.compare(at, other.at);
      return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
  }

  /// The process is gone; what it had not written is too.
  static final class Died extends RuntimeException {
    Died() {
      super("died", null, false, false);
    }
  }

  private final PriorityQueue<Happening> agenda = new PriorityQueue<>();
  private final Deque<String> history = new ArrayDeque<>();
  private final Random random;
  private final Weather weather;
  private long now;
  private long order;

  public World(long seed) {
    this.random = new Random(seed);
    this.weather = Weather.drawn(random);
  }

  public Random random() {
    return random;
  }

  /// As the clock of whoever asks shows it: clocks differ a little.
  public Instant now() {
    return BEGINNING.plusMillis(now + random.nextInt(weather.skewMillis() + 1));
  }

  /// Happens once, after the delay.
  public void after(Duration delay, String what, Runnable work) {
    happen(delay.toMillis(), what, work);
  }

  /// Happens once, at a moment up to the delay.
  public void within(Duration delay, String what, Runnable work) {
    happen(random.nextLong(delay.toMillis() + 1), what, work);
  }

  /// A message on its way: delivered at least once, whenever.
  public void send(String what, Runnable delivery) {
    int copies = weather.doubles(random) ? 2 + random.nextInt(2) : 1;
    for (int copy = 0; copy < copies; copy++) {
      happen(weather.delay(random), what, delivery);
    }
  }

  /// The process may die here. Inside a delivery this undoes nothing that was written before.
  public void mayDie() {
    if (weather.kills(random)) {
      throw new Died();
    }
  }

  /// As [#mayDie], for work that nobody goes on with at this place: whoever takes it up begins
  /// anew.
  public boolean dies() {
    return weather.kills(random);
  }

  /// Runs until nothing is left to happen.
  ///
  /// @throws AssertionError when that does not come about
  public void run(int most) {
    for (int n = 0; n < most; n++) {
      Happening next = agenda.poll();
      if (next == null) {
        return;
      }
      now = Math.max(now, next.at()) + weather.jump(random);
      remember(next.what());
      try {
        next.work().run();
      } catch (Died e) {
        // Begun again: by the broker, which had no acknowledgement, or by a sweep.
        remember(next.what() + " died");
        happen(weather.recovery(random), next.what() + " again", next.work());
      }
    }
    throw new AssertionError("does not come to rest, next is " + agenda.peek());
  }

  /// What happened last, for a failure's message.
  public String history() {
    return String.join("\n  ", history);
  }

  private void happen(long delay, String what, Runnable work) {
    agenda.add(new Happening(now + delay, order++, what, work));
  }

  private void remember(String what) {
    history.addLast(now + " ms " + what);
    if (history.size() > REMEMBERED) {
      history.removeFirst();
    }
  }
}
