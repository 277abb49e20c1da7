package io.emporium.kit.idempotency;

import io.emporium.kit.ids.Ids;
import io.emporium.kit.ids.TimeOrderedIds;
import io.emporium.kit.problem.ProblemWriter;
import io.emporium.kit.store.IndexPlan;
import io.emporium.kit.web.FilterOrder;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.MongoTemplate;

/// `Idempotency-Key` for services that have a database.
@AutoConfiguration(beforeName = "io.emporium.kit.KitAutoConfiguration")
@ConditionalOnClass(MongoTemplate.class)
class IdempotencyAutoConfiguration {

  @Bean
  @ConditionalOnMissingBean
  Ids ids() {
    return new RepeatableIds(new TimeOrderedIds());
  }

  @Bean
  IdempotencyRecords idempotencyRecords(MongoOperations mongo, IndexPlan indexes, Clock clock) {
    indexes.index(IdempotencyRecords.COLLECTION, "firstSeen");
    return new IdempotencyRecords(() -> mongo.getCollection(IdempotencyRecords.COLLECTION), clock);
  }

  @Bean
  ForgetOldKeys forgetOldKeys(IdempotencyRecords records, Clock clock) {
    return new ForgetOldKeys(records, clock);
  }

  @Bean
  FilterRegistrationBean<IdempotencyFilter> idempotencyFilter(
      IdempotencyRecords records, ProblemWriter problems) {
    var filter = new FilterRegistrationBean<>(new IdempotencyFilter(records, problems));
    filter.setOrder(FilterOrder.IDEMPOTENCY);
    return filter;
  }
}
