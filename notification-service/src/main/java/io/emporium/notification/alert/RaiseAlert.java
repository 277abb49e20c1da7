package io.emporium.notification.alert;

import io.emporium.events.Envelope;
import io.emporium.events.notification.CriticalAlert;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.AggregateStore;
import io.emporium.notification.channel.Channel;
import io.emporium.notification.delivery.Draft;
import io.emporium.notification.delivery.Lane;
import io.emporium.notification.delivery.PlanDelivery;
import io.emporium.notification.recipient.Recipient;
import io.emporium.notification.recipient.Recipients;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Shows an alert live and tells everybody responsible, by mail and in the application. Every step
/// is idempotent, so that a repetition after a crash completes it.
@Component
public final class RaiseAlert {

  private static final String TEMPLATE = "critical_alert";
  private static final List<Channel> CHANNELS = List.of(Channel.IN_APP, Channel.EMAIL);

  private final AggregateStore<Alert> alerts;
  private final Recipients recipients;
  private final PlanDelivery planDelivery;
  private final Clock clock;

  RaiseAlert(
      AggregateStore<Alert> alerts, Recipients recipients, PlanDelivery planDelivery, Clock clock) {
    this.alerts = alerts;
    this.recipients = recipients;
    this.planDelivery = planDelivery;
    this.clock = clock;
  }

  public void raise(CriticalAlert command, Envelope<?> envelope) {
    String companyId = envelope.companyid();
    if (companyId == null) {
      throw new IllegalArgumentException("an alert belongs to a company");
    }
    // False when an earlier attempt got this far.
    var _ = alerts.create(Alert.raise(envelope.id(), companyId, command, clock.instant()));
    List<Recipient> responsible =
        recipients.responsibleFor(companyId, command.shopId()).stream()
            .filter(person -> person.isCompanyAdmin() || !Alert.concernsAdminsAlone(command))
            .toList();
    if (responsible.isEmpty()) {
      // The people of a new company may still be on their way here.
      throw Refusal.notFound("recipient", companyId);
    }
    Map<String, String> variables = new HashMap<>(command.variables());
    variables.put("title", command.title());
    variables.put("message", command.message());
    for (Recipient recipient : responsible) {
      for (Channel channel : CHANNELS) {
        planDelivery.plan(draft(envelope, companyId, recipient, channel), variables);
      }
    }
  }

  private static Draft draft(
      Envelope<?> envelope, String companyId, Recipient recipient, Channel channel) {
    return new Draft(
        envelope.id(),
        TEMPLATE,
        recipient.id(),
        channel,
        Lane.CRITICAL,
        null,
        companyId,
        envelope.correlationid());
  }
}
