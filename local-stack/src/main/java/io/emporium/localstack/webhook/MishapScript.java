package io.emporium.localstack.webhook;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The mishaps still to come, in the order they were asked for.
final class MishapScript {

  private final List<Mishap> mishaps = new ArrayList<>();

  synchronized void add(Mishap mishap) {
    mishaps.add(mishap);
  }

  synchronized List<Mishap> all() {
    return List.copyOf(mishaps);
  }

  synchronized void clear() {
    mishaps.clear();
  }

  /// Uses up one of the first mishap that fits.
  synchronized @Nullable Mishap take(String provider, String type) {
    for (Mishap mishap : mishaps) {
      if (mishap.fits(provider, type)) {
        mishaps.remove(mishap);
        if (mishap.count() > 1) {
          mishaps.addFirst(mishap.usedOnce());
        }
        return mishap;
      }
    }
    return null;
  }
}
