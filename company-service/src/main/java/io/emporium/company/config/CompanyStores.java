package io.emporium.company.config;

import io.emporium.company.business.OpenMatter;
import io.emporium.company.people.Person;
import io.emporium.company.registry.Company;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.IndexPlan;
import io.emporium.kit.store.RecordStore;
import io.emporium.kit.store.Stores;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/// The collections of companydb.
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class CompanyStores {

  @Bean
  AggregateStore<Company> companies(Stores stores, IndexPlan indexes) {
    indexes.index("companies", "nameKey");
    indexes.index("companies", "status", "createdAt");
    indexes.index("companies", "createdAt");
    return stores.aggregates(Company.class);
  }

  @Bean
  RecordStore<OpenMatter> matterRecords(Stores stores, IndexPlan indexes) {
    indexes.index("open_matters", "companyId", "open", "kind");
    indexes.index("open_matters", "open", "changedAt");
    return stores.records(OpenMatter.class);
  }

  @Bean
  RecordStore<Person> personRecords(Stores stores, IndexPlan indexes) {
    indexes.index("people", "companyId", "role", "email");
    return stores.records(Person.class);
  }
}
