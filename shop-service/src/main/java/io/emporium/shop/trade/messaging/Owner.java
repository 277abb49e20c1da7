package io.emporium.shop.trade.messaging;

import io.emporium.events.Envelope;

/// Whose business a message is.
final class Owner {

  private Owner() {}

  static String companyOf(Envelope<?> envelope) {
    String companyId = envelope.companyid();
    if (companyId == null) {
      throw new IllegalArgumentException(envelope.type() + " belongs to a company");
    }
    return companyId;
  }
}
