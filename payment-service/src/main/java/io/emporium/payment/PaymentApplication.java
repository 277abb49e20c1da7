package io.emporium.payment;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class PaymentApplication {

  public static void main(String[] args) {
    // Stripe's library talks through the JDK's connections, of which only five are kept open for
    // the
    // next call unless told otherwise, and it is asked here before the first is made.
    System.setProperty("http.maxConnections", "64");
    SpringApplication.run(PaymentApplication.class, args);
  }
}
