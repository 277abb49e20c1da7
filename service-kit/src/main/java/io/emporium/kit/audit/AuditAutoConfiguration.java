package io.emporium.kit.audit;

import io.emporium.kit.ServiceName;
import io.emporium.kit.ids.Ids;
import io.emporium.kit.outbox.OutboxEntries;
import io.emporium.kit.outbox.OutboxEntry;
import io.emporium.kit.outbox.OutboxSignal;
import io.emporium.kit.outbox.OutboxSources;
import io.emporium.kit.store.IndexPlan;
import io.emporium.kit.web.FilterOrder;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.MongoTemplate;

/// The audit of requests, for services that have a database to leave it in.
@AutoConfiguration
@ConditionalOnClass(MongoTemplate.class)
class AuditAutoConfiguration {

  @Bean
  FilterRegistrationBean<RequestAuditFilter> requestAuditFilter(
      MongoOperations mongo,
      OutboxEntries outbox,
      OutboxSignal signal,
      OutboxSources sources,
      IndexPlan indexes,
      ServiceName service,
      Clock clock,
      Ids ids) {
    sources.addDisposable(AuditTrail.COLLECTION);
    indexes.index(AuditTrail.COLLECTION, OutboxEntry.PENDING);
    AuditTrail trail =
        new AuditTrail(() -> mongo.getCollection(AuditTrail.COLLECTION), outbox, signal, ids);
    var filter = new FilterRegistrationBean<>(new RequestAuditFilter(trail, service, clock));
    filter.setOrder(FilterOrder.AUDIT);
    return filter;
  }
}
