package io.emporium.company.config;

import io.emporium.company.registry.Company;
import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.Stores;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The collections of companydb.
@Configuration(proxyBeanMethods = false)
class CompanyStores {

  @Bean
  AggregateStore<Company> companies(Stores stores) {
    return stores.aggregates(Company.class);
  }
}
