package io.emporium.kit.ids;

import com.github.f4b6a3.uuid.UuidCreator;

/// UUID version 7 (RFC 9562).
public final class TimeOrderedIds implements Ids {

  @Override
  public String next() {
    return UuidCreator.getTimeOrderedEpoch().toString();
  }
}
