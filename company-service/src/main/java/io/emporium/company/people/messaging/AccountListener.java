package io.emporium.company.people.messaging;

import io.emporium.company.people.People;
import io.emporium.events.Envelope;
import io.emporium.events.user.UserDisabled;
import io.emporium.events.user.UserEnabled;
import io.emporium.events.user.UserRegistered;
import io.emporium.events.user.UserRoleChanged;
import io.emporium.kit.messaging.Consumes;
import io.emporium.kit.messaging.Handles;
import org.springframework.stereotype.Component;

/// Follows auth-service. Accounts without a company, such as customers, are nobody's here.
@Component
@Consumes("people")
class AccountListener {

  private final People people;

  AccountListener(People people) {
    this.people = people;
  }

  @Handles
  void on(UserRegistered event, Envelope<?> envelope) {
    String companyId = event.companyId();
    if (companyId != null) {
      people.learnName(companyId, event.userId(), event.email(), event.fullName());
      people.learnRole(companyId, event.userId(), event.role(), envelope.aggregateversion());
    }
  }

  @Handles
  void on(UserRoleChanged event, Envelope<?> envelope) {
    String companyId = event.companyId();
    if (companyId != null) {
      people.learnRole(companyId, event.userId(), event.role(), envelope.aggregateversion());
    }
  }

  @Handles
  void on(UserDisabled event, Envelope<?> envelope) {
    learnStanding(event.userId(), false, envelope);
  }

  @Handles
  void on(UserEnabled event, Envelope<?> envelope) {
    learnStanding(event.userId(), true, envelope);
  }

  private void learnStanding(String userId, boolean active, Envelope<?> envelope) {
    String companyId = envelope.companyid();
    if (companyId != null) {
      people.learnStanding(companyId, userId, active, envelope.aggregateversion());
    }
  }
}
