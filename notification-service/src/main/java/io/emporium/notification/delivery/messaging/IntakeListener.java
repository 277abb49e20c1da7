package io.emporium.notification.delivery.messaging;

import io.emporium.events.Envelope;
import io.emporium.events.notification.SendNotification;
import io.emporium.kit.messaging.Consumes;
import io.emporium.kit.messaging.Handles;
import io.emporium.notification.channel.Channel;
import io.emporium.notification.delivery.Draft;
import io.emporium.notification.delivery.Lane;
import io.emporium.notification.delivery.PlanDelivery;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

// It only plans, so that a slow provider never holds up what comes behind.
@Component
@Consumes(value = "intake", concurrency = 8)
class IntakeListener {

  private final PlanDelivery planDelivery;

  IntakeListener(PlanDelivery planDelivery) {
    this.planDelivery = planDelivery;
  }

  @Handles
  void on(SendNotification command, Envelope<?> envelope) {
    Lane lane = Lane.fromWire(command.priority());
    List<Channel> channels = command.channels().stream().map(Channel::fromWire).distinct().toList();
    for (Channel channel : channels) {
      planDelivery.plan(draft(command, envelope, channel, lane), command.variables());
    }
  }

  private static Draft draft(
      SendNotification command, Envelope<?> envelope, Channel channel, Lane lane) {
    return new Draft(
        envelope.id(),
        command.template(),
        command.userId(),
        channel,
        lane,
        address(command, channel),
        envelope.companyid(),
        envelope.correlationid());
  }

  private static @Nullable String address(SendNotification command, Channel channel) {
    String given =
        switch (channel) {
          case EMAIL -> command.email();
          case SMS -> command.phone();
          case PUSH, IN_APP -> null;
        };
    return given == null || given.isBlank() ? null : given;
  }
}
