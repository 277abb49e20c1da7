package io.emporium.payment.webhook;

import io.emporium.events.Money;
import io.emporium.payment.payment.Payment;
import io.emporium.payment.webhook.Notice.News;
import io.emporium.payment.webhook.ProviderEvent.State;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Notifications as they are stored.
final class ProviderEvents {

  private ProviderEvents() {}

  static ProviderEvent of(Notice notice, @Nullable Payment payment, State state, Instant now) {
    String reference = null;
    Money amount = null;
    if (notice.news() instanceof News.Charged(var charged, var money)) {
      reference = charged;
      amount = money;
    } else if (notice.news() instanceof News.Reserved(var reserved, var money)) {
      reference = reserved;
      amount = money;
    }
    return new ProviderEvent(
        notice.eventId(),
        notice.provider(),
        notice.type(),
        state,
        payment == null ? null : payment.companyId(),
        notice.paymentId(),
        reference,
        amount,
        now,
        notice.payload(),
        null);
  }
}
