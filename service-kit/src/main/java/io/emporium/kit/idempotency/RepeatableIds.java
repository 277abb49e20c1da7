package io.emporium.kit.idempotency;

import io.emporium.kit.ids.Ids;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// Ids that repeat when a keyed request is repeated; fresh ones otherwise.
public final class RepeatableIds implements Ids {

  private static final long VERSION_7 = 0x7000L;
  private static final long VARIANT = 0x8000000000000000L;

  private final Ids fresh;

  public RepeatableIds(Ids fresh) {
    this.fresh = fresh;
  }

  @Override
  public String next() {
    return IdempotentRequest.CURRENT.isBound()
        ? derived(IdempotentRequest.CURRENT.get())
        : fresh.next();
  }

  // The layout of UUID version 7: 48 bits of time, then what would be random comes from the key.
  private static String derived(IdempotentRequest request) {
    String seed = request.recordId() + ":" + request.idsMade().getAndIncrement();
    ByteBuffer hash = ByteBuffer.wrap(Sha256.of(seed.getBytes(StandardCharsets.UTF_8)));
    long high = request.firstSeenMillis() << 16 | VERSION_7 | hash.getLong() & 0x0FFFL;
    long low = hash.getLong() & 0x3FFFFFFFFFFFFFFFL | VARIANT;
    return new UUID(high, low).toString();
  }
}
