package io.emporium.kit.context;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A job that goes on with what is due. Each piece runs under a cause of its own; one that cannot
/// go on yet does not keep the others waiting, and stays due.
public final class Sweep {

  private static final Logger log = LoggerFactory.getLogger(Sweep.class);

  private Sweep() {}

  /// @param id for the log, with what it is: `order o-1`
  public record Piece(String id, String correlationId) {}

  public static <T> void over(List<T> due, Function<T, Piece> named, Consumer<T> goOn) {
    for (T one : due) {
      Piece piece = named.apply(one);
      ScopedValue.where(Cause.CURRENT, Cause.ofJob(piece.correlationId()))
          .run(() -> tryToGoOn(piece, () -> goOn.accept(one)));
    }
  }

  private static void tryToGoOn(Piece piece, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      log.warn("{} cannot go on yet", piece.id(), e);
    }
  }
}
