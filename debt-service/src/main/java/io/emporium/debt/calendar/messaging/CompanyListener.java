package io.emporium.debt.calendar.messaging;

import io.emporium.debt.calendar.CompanyCalendar;
import io.emporium.events.Envelope;
import io.emporium.events.company.CompanyCreated;
import io.emporium.events.company.CompanySettingsChanged;
import io.emporium.kit.messaging.Consumes;
import io.emporium.kit.messaging.Handles;
import org.springframework.stereotype.Component;

@Component
@Consumes("companies")
class CompanyListener {

  private final CompanyCalendar calendar;

  CompanyListener(CompanyCalendar calendar) {
    this.calendar = calendar;
  }

  @Handles
  void on(CompanyCreated event, Envelope<?> envelope) {
    calendar.learn(event.company(), envelope.aggregateversion());
  }

  @Handles
  void on(CompanySettingsChanged event, Envelope<?> envelope) {
    calendar.learn(event.company(), envelope.aggregateversion());
  }
}
