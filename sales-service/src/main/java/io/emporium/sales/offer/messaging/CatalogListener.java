package io.emporium.sales.offer.messaging;

import io.emporium.events.Envelope;
import io.emporium.events.catalog.ProductEvent;
import io.emporium.events.company.CompanyActivated;
import io.emporium.events.company.CompanyClosed;
import io.emporium.events.company.CompanyCreated;
import io.emporium.events.company.CompanyEvent;
import io.emporium.events.company.CompanySettingsChanged;
import io.emporium.events.company.CompanySnapshot;
import io.emporium.events.company.CompanySuspended;
import io.emporium.events.company.CompanyUpdated;
import io.emporium.events.shop.ShopClosed;
import io.emporium.events.shop.ShopCreated;
import io.emporium.events.shop.ShopEvent;
import io.emporium.events.shop.ShopOpened;
import io.emporium.events.shop.ShopStaffAssigned;
import io.emporium.events.shop.ShopStaffRemoved;
import io.emporium.events.shop.ShopUpdated;
import io.emporium.kit.messaging.Consumes;
import io.emporium.kit.messaging.Handles;
import io.emporium.sales.offer.Marketplace;
import org.springframework.stereotype.Component;

/// Keeps the replicas; the newest version of each wins, in whatever order they arrive.
@Component
@Consumes(value = "catalog", concurrency = 1)
class CatalogListener {

  private final Marketplace marketplace;

  CatalogListener(Marketplace marketplace) {
    this.marketplace = marketplace;
  }

  @Handles
  void on(ProductEvent event, Envelope<?> envelope) {
    marketplace.learn(event.product(), envelope.aggregateversion());
  }

  @Handles
  void on(ShopEvent event, Envelope<?> envelope) {
    long version = envelope.aggregateversion();
    switch (event) {
      case ShopCreated(var shop) -> marketplace.learn(shop, version);
      case ShopUpdated(var shop) -> marketplace.learn(shop, version);
      case ShopOpened(var shop) -> marketplace.learn(shop, version);
      case ShopClosed(var shop) -> marketplace.learn(shop, version);
      case ShopStaffAssigned _, ShopStaffRemoved _ -> {
        // Who works there does not matter to an order.
      }
    }
  }

  @Handles
  void on(CompanyEvent event, Envelope<?> envelope) {
    CompanySnapshot company =
        switch (event) {
          case CompanyCreated(var it) -> it;
          case CompanyUpdated(var it) -> it;
          case CompanySettingsChanged(var it) -> it;
          case CompanyActivated(var it) -> it;
          case CompanySuspended(var it, _, _) -> it;
          case CompanyClosed(var it, _) -> it;
        };
    marketplace.learn(company, envelope.aggregateversion());
  }
}
