package io.emporium.websocket.topic;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The most recently used answers, up to a limit.
final class Known<V> {

  private static final int LIMIT = 50_000;

  private final Map<String, V> values =
      new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
          return size() > LIMIT;
        }
      };

  synchronized void put(String key, V value) {
    values.put(key, value);
  }

  synchronized Optional<V> find(String key) {
    return Optional.ofNullable(values.get(key));
  }
}
