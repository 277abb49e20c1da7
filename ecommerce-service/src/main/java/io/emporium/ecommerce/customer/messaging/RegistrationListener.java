package io.emporium.ecommerce.customer.messaging;

import io.emporium.ecommerce.customer.CustomerProfiles;
import io.emporium.ecommerce.customer.PersonalData;
import io.emporium.events.user.UserRegistered;
import io.emporium.kit.messaging.Consumes;
import io.emporium.kit.messaging.Handles;
import io.emporium.kit.security.Role;
import org.springframework.stereotype.Component;

/// Begins a profile for everybody who registers as a customer.
@Component
@Consumes("registrations")
class RegistrationListener {

  private final CustomerProfiles profiles;

  RegistrationListener(CustomerProfiles profiles) {
    this.profiles = profiles;
  }

  @Handles
  void on(UserRegistered event) {
    if (event.role().equals(Role.CUSTOMER.wireName())) {
      profiles.open(event.userId(), new PersonalData(event.fullName(), null, null));
    }
  }
}
