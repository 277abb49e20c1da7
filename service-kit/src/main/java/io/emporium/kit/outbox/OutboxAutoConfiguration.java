package io.emporium.kit.outbox;

import io.emporium.kit.crash.CrashPoints;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.MongoTemplate;

/// The relay of a service that has a database.
@AutoConfiguration(after = RabbitAutoConfiguration.class)
@ConditionalOnClass(MongoTemplate.class)
@EnableConfigurationProperties(OutboxProperties.class)
public class OutboxAutoConfiguration {

  @Bean
  OutboxSources outboxSources() {
    return new OutboxSources();
  }

  @Bean
  OutboxRelay outboxRelay(
      MongoOperations mongo,
      OutboxSources sources,
      RabbitTemplate rabbit,
      OutboxProperties properties,
      Clock clock,
      CrashPoints crashPoints,
      MeterRegistry meters) {
    return new OutboxRelay(
        new OutboxDocuments(mongo, sources),
        new OutboxPublisher(rabbit),
        properties,
        clock,
        crashPoints,
        meters);
  }
}
