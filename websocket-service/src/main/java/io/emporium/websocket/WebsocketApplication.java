package io.emporium.websocket;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

@SpringBootApplication
@ConfigurationPropertiesScan
public class WebsocketApplication {

  public static void main(String[] args) {
    SpringApplication.run(WebsocketApplication.class, args);
  }
}
