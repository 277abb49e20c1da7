package io.emporium.payment.config;

import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.IndexPlan;
import io.emporium.kit.store.RecordStore;
import io.emporium.kit.store.SharedStore;
import io.emporium.kit.store.Stores;
import io.emporium.payment.company.CompanyReplica;
import io.emporium.payment.company.PaymentSettings;
import io.emporium.payment.payment.Payment;
import io.emporium.payment.payment.SavedMethod;
import io.emporium.payment.reconciliation.Comparison;
import io.emporium.payment.reconciliation.Drift;
import io.emporium.payment.webhook.ProviderEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PaymentStores {

  @Bean
  AggregateStore<Payment> payments(Stores stores, IndexPlan indexes) {
    indexes
        .index("payments", "due", "nextAskAt")
        .index("payments", "orphan")
        .index("payments", "attention")
        .index("payments", "companyId", "createdAt")
        .index("payments", "customerId")
        .index("payments", "providerReference")
        .index("payments", "provider", "moneyMovedAt");
    // Notifications, sweeps and clerks may meet at one payment, and what a provider answered must
    // not
    // be lost to a crowd.
    return stores.aggregates(Payment.class).withAttempts(20);
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

  @Bean
  AggregateStore<PaymentSettings> paymentSettings(Stores stores) {
    return stores.aggregates(PaymentSettings.class);
  }

  @Bean
  SharedStore<CompanyReplica> companyReplicas(Stores stores) {
    return stores.shared(CompanyReplica.class);
  }

  @Bean
  RecordStore<Drift> driftRecords(Stores stores, IndexPlan indexes) {
    indexes
        .index("reconciliation_drifts", "companyId", "state", "at")
        .index("reconciliation_drifts", "provider", "state", "at");
    return stores.records(Drift.class);
  }

  @Bean
  SharedStore<Comparison> comparisons(Stores stores) {
    return stores.shared(Comparison.class);
  }
}
