package io.emporium.localstack.mongo;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Names of fields, each held once: the same few hundred come with every document.
final class FieldNames {

  private static final int SLOTS = 4096;
  private static final int LONGEST = 64;

  private record Name(byte[] bytes, String text) {}

  // Written without a lock: at worst a name is made once more.
  private final @Nullable Name[] known = new @Nullable Name[SLOTS];

  String name(byte[] bytes, int from, int to) {
    if (to - from > LONGEST) {
      return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + bytes[i];
    }
    int slot = (hash ^ hash >>> 16) & SLOTS - 1;
    Name name = known[slot];
    if (name == null || !Arrays.equals(name.bytes, 0, name.bytes.length, bytes, from, to)) {
      byte[] own = Arrays.copyOfRange(bytes, from, to);
      name = new Name(own, new String(own, StandardCharsets.UTF_8));
      known[slot] = name;
    }
    return name.text;
  }
}
