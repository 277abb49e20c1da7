package io.emporium.notification.recipient.messaging;

import io.emporium.events.Envelope;
import io.emporium.events.catalog.CustomerProfileUpdated;
import io.emporium.events.user.UserDisabled;
import io.emporium.events.user.UserEmailVerified;
import io.emporium.events.user.UserEnabled;
import io.emporium.events.user.UserRegistered;
import io.emporium.events.user.UserRoleChanged;
import io.emporium.kit.messaging.Consumes;
import io.emporium.kit.messaging.Handles;
import io.emporium.notification.recipient.Profile;
import io.emporium.notification.recipient.Recipients;
import org.springframework.stereotype.Component;

/// Follows auth-service, and customers' own profiles.
@Component
@Consumes("recipients")
class RecipientListener {

  private final Recipients recipients;

  RecipientListener(Recipients recipients) {
    this.recipients = recipients;
  }

  @Handles
  void on(UserRegistered event, Envelope<?> envelope) {
    long version = envelope.aggregateversion();
    recipients.learnRole(event.userId(), event.role(), event.companyId(), event.shopIds(), version);
    recipients.learnEmail(event.userId(), event.email(), version);
  }

  @Handles
  void on(UserRoleChanged event, Envelope<?> envelope) {
    recipients.learnRole(
        event.userId(),
        event.role(),
        event.companyId(),
        event.shopIds(),
        envelope.aggregateversion());
  }

  @Handles
  void on(UserEmailVerified event, Envelope<?> envelope) {
    recipients.learnEmail(event.userId(), event.email(), envelope.aggregateversion());
  }

  @Handles
  void on(UserDisabled event, Envelope<?> envelope) {
    recipients.learnStanding(event.userId(), false, envelope.aggregateversion());
  }

  @Handles
  void on(UserEnabled event, Envelope<?> envelope) {
    recipients.learnStanding(event.userId(), true, envelope.aggregateversion());
  }

  @Handles
  void on(CustomerProfileUpdated event, Envelope<?> envelope) {
    recipients.store(new Profile(event.customerId(), event.phone()), envelope.aggregateversion());
  }
}
