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
    tuneNetty();
    SpringApplication.run(GatewayApplication.class, args);
  }

  // Read once, by the first class of netty that is loaded. What a command line says stands.
  private static void tuneNetty() {
    // An event loop for each processor instead of four at least: more only take turns.
    preset("reactor.netty.ioWorkerCount", Runtime.getRuntime().availableProcessors());
    // From Java 24 on netty reads and writes its buffers through method handles unless it is told
    // otherwise: where only C1 compiles, a tenth of what a request costs here.
    preset("io.netty.noUnsafe", false);
  }

  private static void preset(String property, Object value) {
    System.setProperty(property, System.getProperty(property, value.toString()));
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
