package io.emporium.payment.config;

import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.IndexPlan;
import io.emporium.kit.store.RecordStore;
import io.emporium.kit.store.SharedStore;
import io.emporium.kit.store.Stores;
import io.emporium.payment.payment.Payment;
import io.emporium.payment.payment.SavedMethod;
import io.emporium.payment.webhook.ProviderEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PaymentStores {

  @Bean
  AggregateStore<Payment> payments(Stores stores, IndexPlan indexes) {
    indexes
        .index("payments", "due")
        .index("payments", "orphan")
        .index("payments", "companyId", "createdAt")
        .index("payments", "customerId");
    return stores.aggregates(Payment.class);
  }

  @Bean
  RecordStore<SavedMethod> savedMethodRecords(Stores stores, IndexPlan indexes) {
    indexes.index("payment_methods", "customerId");
    return stores.records(SavedMethod.class);
  }

  @Bean
  SharedStore<ProviderEvent> providerEvents(Stores stores, IndexPlan indexes) {
    indexes.index("provider_events", "state");
    return stores.shared(ProviderEvent.class);
  }
}
