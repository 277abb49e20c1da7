package io.emporium.kit.web;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// So many requests are worked on at once; the others wait in the order in which they came.
///
/// Virtual threads take turns of their own: of five hundred requests that start together none would
/// be done before nearly all are, whatever comes meanwhile would be done before them, and a service
/// that answers nobody for seconds looks dead. One after the other they take no longer, and the
/// first is answered at once.
///
/// A turn is for working. What waits for somebody else does so [#aside].
public final class Turns {

  private static final ScopedValue<Turn> CURRENT = ScopedValue.newInstance();

  private final Semaphore free;

  /// @param atOnce how many
  Turns(int atOnce) {
    this.free = new Semaphore(atOnce, true);
  }

  /// What may take long and is not ours to hasten: another service, a provider, a slow sender.
  ///
  /// @param <T> what it waits for
  /// @param <X> how it fails
  @FunctionalInterface
  public interface Wait<T, X extends Exception> {
    T forIt() throws X;
  }

  /// A wait without a result.
  ///
  /// @param <X> how it fails
  @FunctionalInterface
  public interface Pause<X extends Exception> {
    void end() throws X;
  }

  /// Waits without keeping others from their turn, and goes on when it is this request's turn
  /// again. Where there is no turn to give back, as in a consumer, it simply waits.
  public static <T, X extends Exception> T aside(Wait<T, X> wait) throws X {
    return CURRENT.isBound() ? CURRENT.get().aside(wait) : wait.forIt();
  }

  /// As [#aside], for what brings nothing but time.
  public static <X extends Exception> void pauseAside(Pause<X> pause) throws X {
    var _ =
        Turns.<Boolean, X>aside(
            () -> {
              pause.end();
              return true;
            });
  }

  /// Works when it is its turn.
  ///
  /// @param patience how long to wait for it
  /// @return false when it did not come: nothing was done
  <X extends Exception> boolean work(Duration patience, ScopedValue.CallableOp<Void, X> work)
      throws X, InterruptedException {
    if (!free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      return false;
    }
    try {
      var _ = ScopedValue.where(CURRENT, new Turn(free)).call(work);
      return true;
    } finally {
      free.release();
    }
  }

  int waiting() {
    return free.getQueueLength();
  }

  /// One request's, and so one thread's.
  private static final class Turn {

    private final Semaphore free;
    private boolean given;

    Turn(Semaphore free) {
      this.free = free;
    }

    <T, X extends Exception> T aside(Wait<T, X> wait) throws X {
      if (given) {
        return wait.forIt();
      }
      given = true;
      free.release();
      try {
        return wait.forIt();
      } finally {
        free.acquireUninterruptibly();
        given = false;
      }
    }
  }
}
