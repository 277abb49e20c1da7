package io.emporium.gateway;

import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
@ConfigurationPropertiesScan
public class GatewayApplication {

  public static void main(String[] args) {
    SpringApplication.run(GatewayApplication.class, args);
  }

  @Bean
  Clock clock() {
    return Clock.system(ZoneOffset.UTC);
  }

  // Requests are counted by the gateway's own filter, by service; nobody would read a second count.
  @Bean
  ObservationRegistry observations() {
    return ObservationRegistry.NOOP;
  }
}
