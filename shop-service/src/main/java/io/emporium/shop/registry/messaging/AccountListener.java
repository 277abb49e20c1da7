package io.emporium.shop.registry.messaging;

import io.emporium.events.Envelope;
import io.emporium.events.user.UserDisabled;
import io.emporium.events.user.UserEnabled;
import io.emporium.events.user.UserRegistered;
import io.emporium.events.user.UserRoleChanged;
import io.emporium.kit.messaging.Consumes;
import io.emporium.kit.messaging.Handles;
import io.emporium.shop.colleagues.Colleagues;
import io.emporium.shop.registry.FollowAccount;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Follows auth-service. Accounts without a company, such as customers, are nobody's here.
@Component
@Consumes("accounts")
class AccountListener {

  private final Colleagues colleagues;
  private final FollowAccount follow;

  AccountListener(Colleagues colleagues, FollowAccount follow) {
    this.colleagues = colleagues;
    this.follow = follow;
  }

  @Handles
  void on(UserRegistered event, Envelope<?> envelope) {
    learn(event.companyId(), event.role(), event.shopIds(), envelope);
  }

  @Handles
  void on(UserRoleChanged event, Envelope<?> envelope) {
    learn(event.companyId(), event.role(), event.shopIds(), envelope);
  }

  @Handles
  void on(UserDisabled event, Envelope<?> envelope) {
    learnStanding(event.userId(), false, envelope);
  }

  @Handles
  void on(UserEnabled event, Envelope<?> envelope) {
    learnStanding(event.userId(), true, envelope);
  }

  private void learn(
      @Nullable String companyId, String role, List<String> shopIds, Envelope<?> envelope) {
    if (companyId != null) {
      String userId = envelope.subject();
      colleagues.learnAccess(companyId, userId, role, shopIds, envelope.aggregateversion());
      follow.handle(companyId, userId);
    }
  }

  private void learnStanding(String userId, boolean active, Envelope<?> envelope) {
    String companyId = envelope.companyid();
    if (companyId != null) {
      colleagues.learnStanding(companyId, userId, active, envelope.aggregateversion());
    }
  }
}
