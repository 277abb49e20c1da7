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
import io.emporium.notification.recipient.Recipient;
import io.emporium.notification.recipient.Recipients;
import org.springframework.stereotype.Component;

// One at a time, so that the changes of an account are met in their order.
@Component
@Consumes(value = "recipients", concurrency = 1)
class RecipientListener {

  private final Recipients recipients;

  RecipientListener(Recipients recipients) {
    this.recipients = recipients;
  }

  @Handles
  void on(UserRegistered event, Envelope<?> envelope) {
    recipients.store(
        new Recipient(
            event.userId(), event.email(), event.role(), event.companyId(), event.shopIds(), true),
        envelope.aggregateversion());
  }

  @Handles
  void on(UserRoleChanged event, Envelope<?> envelope) {
    recipients.change(
        event.userId(),
        envelope.aggregateversion(),
        known -> known.withRole(event.role(), event.companyId(), event.shopIds()));
  }

  @Handles
  void on(UserEmailVerified event, Envelope<?> envelope) {
    recipients.change(
        event.userId(), envelope.aggregateversion(), known -> known.withEmail(event.email()));
  }

  @Handles
  void on(UserDisabled event, Envelope<?> envelope) {
    recipients.change(event.userId(), envelope.aggregateversion(), known -> known.activated(false));
  }

  @Handles
  void on(UserEnabled event, Envelope<?> envelope) {
    recipients.change(event.userId(), envelope.aggregateversion(), known -> known.activated(true));
  }

  @Handles
  void on(CustomerProfileUpdated event, Envelope<?> envelope) {
    recipients.store(new Profile(event.customerId(), event.phone()), envelope.aggregateversion());
  }
}
