package io.emporium.auth.account.messaging;

import io.emporium.auth.account.AssignShops;
import io.emporium.auth.account.StaffNews;
import io.emporium.events.Envelope;
import io.emporium.events.shop.ShopStaffAssigned;
import io.emporium.events.shop.ShopStaffRemoved;
import io.emporium.kit.messaging.Consumes;
import io.emporium.kit.messaging.Handles;
import org.springframework.stereotype.Component;

@Component
@Consumes("shop-staff")
class ShopStaffListener {

  private final AssignShops assign;

  ShopStaffListener(AssignShops assign) {
    this.assign = assign;
  }

  @Handles
  void on(ShopStaffAssigned event, Envelope<?> envelope) {
    hear(event.userId(), event.shopId(), true, envelope);
  }

  @Handles
  void on(ShopStaffRemoved event, Envelope<?> envelope) {
    hear(event.userId(), event.shopId(), false, envelope);
  }

  private void hear(String userId, String shopId, boolean worksThere, Envelope<?> envelope) {
    StaffNews news = new StaffNews(shopId, worksThere, envelope.aggregateversion());
    assign.handle(companyOf(envelope), userId, news);
  }

  private static String companyOf(Envelope<?> envelope) {
    String companyId = envelope.companyid();
    if (companyId == null) {
      throw new IllegalArgumentException("a shop belongs to a company");
    }
    return companyId;
  }
}
