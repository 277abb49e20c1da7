package io.emporium.kit.messaging;

import io.emporium.kit.ServiceName;
import io.emporium.kit.crash.CrashPoints;
import io.emporium.kit.ids.Ids;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.Executors;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.json.JsonMapper;

/// Consumers of a service.
@AutoConfiguration(after = RabbitAutoConfiguration.class)
@ConditionalOnClass(RabbitTemplate.class)
class MessagingAutoConfiguration {

  // Handlers wait for the database and for providers: one that does must not hold up the others, as
  // it would in the client's own small pool. Spring hands the client the executor of its own
  // factory, so that of the client's factory would be ignored.
  @Bean
  static BeanPostProcessor handlersOnVirtualThreads() {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof CachingConnectionFactory connections) {
          connections.setExecutor(
              Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("amqp-", 0).factory()));
        }
        return bean;
      }
    };
  }

  @Bean
  WireJson wireJson(JsonMapper mapper) {
    return new WireJson(mapper);
  }

  @Bean
  ConsumerRegistry consumerRegistry(ServiceName service, Ids ids, ListableBeanFactory beans) {
    return new ConsumerRegistry(
        service.prefix(), ids.next(), beans.getBeansWithAnnotation(Consumes.class).values());
  }

  @Bean
  Declarables topology(ServiceName service, ConsumerRegistry registry) {
    return new Declarables(Topology.of(service.prefix(), registry));
  }

  @Bean
  FailedDeliveries failedDeliveries(
      ServiceName service, RabbitTemplate rabbit, MeterRegistry meters) {
    return new FailedDeliveries(service.prefix(), rabbit, meters);
  }

  @Bean
  ConsumerContainers consumerContainers(
      ConsumerRegistry registry,
      AmqpAdmin admin,
      ConnectionFactory connections,
      WireJson json,
      FailedDeliveries failures,
      CrashPoints crashPoints) {
    return new ConsumerContainers(registry, admin, connections, json, failures, crashPoints);
  }
}
