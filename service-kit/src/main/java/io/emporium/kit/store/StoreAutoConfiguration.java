package io.emporium.kit.store;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import io.emporium.kit.ServiceName;
import io.emporium.kit.crash.CrashPoints;
import io.emporium.kit.messaging.WireJson;
import io.emporium.kit.outbox.OutboxAutoConfiguration;
import io.emporium.kit.outbox.OutboxEntries;
import io.emporium.kit.outbox.OutboxSignal;
import io.emporium.kit.outbox.OutboxSources;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.mongodb.autoconfigure.health.MongoHealthContributorAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;

/// Collections of a service.
@AutoConfiguration(
    before = {DataMongoAutoConfiguration.class, MongoHealthContributorAutoConfiguration.class},
    after = OutboxAutoConfiguration.class)
@ConditionalOnClass(MongoTemplate.class)
class StoreAutoConfiguration {

  // A write that only memory has seen is no write; a read for a decision sees what cannot be
  // undone.
  @Bean
  MongoClientSettingsBuilderCustomizer durableWrites() {
    return settings ->
        settings
            .writeConcern(WriteConcern.MAJORITY.withJournal(true))
            .readConcern(ReadConcern.MAJORITY)
            .retryWrites(true)
            .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(5, TimeUnit.SECONDS))
            .applyToConnectionPoolSettings(
                pool -> pool.maxSize(32).maxWaitTime(20, TimeUnit.SECONDS))
            .applyToSocketSettings(
                socket ->
                    socket.connectTimeout(3, TimeUnit.SECONDS).readTimeout(10, TimeUnit.SECONDS));
  }

  @Bean
  MongoCustomConversions mongoCustomConversions() {
    return new MongoCustomConversions(List.of(new ZoneIdToString(), new StringToZoneId()));
  }

  @Bean
  OutboxEntries outboxEntries(ServiceName service, WireJson json, Clock clock) {
    return new OutboxEntries(service.value(), json, clock);
  }

  @Bean
  IndexPlan indexPlan() {
    return new IndexPlan();
  }

  @Bean
  IndexInitializer indexInitializer(MongoOperations mongo, IndexPlan plan) {
    return new IndexInitializer(mongo, plan);
  }

  @Bean
  Stores stores(
      MongoOperations mongo,
      OutboxEntries entries,
      OutboxSignal signal,
      OutboxSources sources,
      IndexPlan indexes,
      CrashPoints crashPoints) {
    return new Stores(mongo, entries, signal, sources, indexes, crashPoints);
  }

  // In place of Boot's, which asks `hello`: not every server that speaks the protocol knows it.
  @Bean
  MongoPing mongoHealthIndicator(MongoOperations mongo) {
    return new MongoPing(mongo);
  }

  private static final class ZoneIdToString implements Converter<ZoneId, String> {
    @Override
    public String convert(ZoneId source) {
      return source.getId();
    }
  }

  private static final class StringToZoneId implements Converter<String, ZoneId> {
    @Override
    public ZoneId convert(String source) {
      return ZoneId.of(source);
    }
  }
}
