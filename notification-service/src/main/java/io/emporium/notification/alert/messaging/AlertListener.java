package io.emporium.notification.alert.messaging;

import io.emporium.events.Envelope;
import io.emporium.events.notification.CriticalAlert;
import io.emporium.kit.messaging.Consumes;
import io.emporium.kit.messaging.Handles;
import io.emporium.notification.alert.RaiseAlert;
import org.springframework.stereotype.Component;

// A queue of its own: alerts never wait behind ordinary notifications.
@Component
@Consumes("alerts")
class AlertListener {

  private final RaiseAlert raiseAlert;

  AlertListener(RaiseAlert raiseAlert) {
    this.raiseAlert = raiseAlert;
  }

  @Handles
  void on(CriticalAlert command, Envelope<?> envelope) {
    raiseAlert.raise(command, envelope);
  }
}
