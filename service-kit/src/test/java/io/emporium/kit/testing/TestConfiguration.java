package io.emporium.kit.testing;

import io.emporium.kit.crash.CrashPoints;
import io.emporium.kit.messaging.ConsumerRegistry;
import io.emporium.kit.messaging.WireJson;
import io.emporium.kit.testing.crash.Halts;
import io.emporium.kit.testing.simulation.BadDay;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class TestConfiguration {

  @Bean
  TestApi testApi(ApplicationContext context, JsonMapper mapper) {
    return new TestApi(
        () -> ((WebServerApplicationContext) context).getWebServer().getPort(), mapper);
  }

  @Bean
  TestBroker testBroker(
      ConnectionFactory connections, AmqpAdmin admin, RabbitTemplate rabbit, WireJson json) {
    return new TestBroker(connections, admin, rabbit, json);
  }

  @Bean
  FreshQueues freshQueues(AmqpAdmin admin, Declarables topology) {
    return new FreshQueues(admin, topology);
  }

  @Bean
  @Primary
  Halts halts(ObjectProvider<CrashPoints> others) {
    return new Halts(others);
  }

  @Bean
  BadDay badDay(TestBroker broker, Halts halts, ConsumerRegistry registry) {
    return new BadDay(broker, halts, registry);
  }

  /// Only for services that have a database.
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(name = Neighbours.MONGO)
  static class Watched {

    @Bean
    TenantGuard tenantGuard() {
      return new TenantGuard();
    }

    @Bean
    MongoClientSettingsBuilderCustomizer tenantGuardListener(ObjectProvider<TenantGuard> guard) {
      return settings -> settings.addCommandListener(guard.getObject());
    }
  }
}
