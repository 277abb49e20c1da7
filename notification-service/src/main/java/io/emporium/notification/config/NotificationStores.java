package io.emporium.notification.config;

import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.IndexPlan;
import io.emporium.kit.store.RecordStore;
import io.emporium.kit.store.SharedStore;
import io.emporium.kit.store.Stores;
import io.emporium.notification.alert.Alert;
import io.emporium.notification.delivery.Delivery;
import io.emporium.notification.recipient.Device;
import io.emporium.notification.recipient.Profile;
import io.emporium.notification.recipient.Recipient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The collections of notificationdb.
@Configuration(proxyBeanMethods = false)
class NotificationStores {

  @Bean
  AggregateStore<Delivery> deliveries(Stores stores, IndexPlan indexes) {
    indexes
        .index("deliveries", "openLane", "nextAttemptAt")
        .index("deliveries", "userId", "createdAt")
        .index("deliveries", "companyId", "createdAt")
        .index("deliveries", "draft.eventId");
    return stores.aggregates(Delivery.class);
  }

  @Bean
  AggregateStore<Alert> alerts(Stores stores) {
    return stores.aggregates(Alert.class);
  }

  @Bean
  SharedStore<Recipient> recipientRecords(Stores stores, IndexPlan indexes) {
    indexes.index("recipients", "companyId");
    return stores.shared(Recipient.class);
  }

  @Bean
  SharedStore<Profile> profileRecords(Stores stores) {
    return stores.shared(Profile.class);
  }

  @Bean
  RecordStore<Device> deviceRecords(Stores stores, IndexPlan indexes) {
    indexes.index("devices", "userId");
    return stores.records(Device.class);
  }
}
