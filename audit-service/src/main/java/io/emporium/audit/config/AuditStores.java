package io.emporium.audit.config;

import io.emporium.audit.trail.AuditEntry;
import io.emporium.kit.store.IndexPlan;
import io.emporium.kit.store.RecordStore;
import io.emporium.kit.store.Stores;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The collections of auditdb.
@Configuration(proxyBeanMethods = false)
class AuditStores {

  @Bean
  RecordStore<AuditEntry> auditEntries(Stores stores, IndexPlan indexes) {
    indexes
        .index(AuditEntry.COLLECTION, "correlationId")
        .index(AuditEntry.COLLECTION, "target")
        .index(AuditEntry.COLLECTION, "actor")
        .index(AuditEntry.COLLECTION, "companyId", "occurredAt")
        .index(AuditEntry.COLLECTION, "occurredAt");
    return stores.records(AuditEntry.class);
  }
}
