package io.emporium.fleet.broker;

import io.emporium.fleet.settings.Settings;
import java.util.Map;

/// Where the fleet's broker is, and whether the fleet runs it itself.
public record BrokerAddress(
    String host,
    int port,
    int managementPort,
    int stompPort,
    String username,
    String password,
    boolean own) {

  static BrokerAddress configured(Settings settings) {
    return new BrokerAddress(
        settings.get("RABBITMQ_HOST"),
        settings.port("RABBITMQ_PORT"),
        15672,
        61613,
        settings.get("RABBITMQ_USERNAME"),
        settings.get("RABBITMQ_PASSWORD"),
        false);
  }

  BrokerAddress ownNode(int amqp, int management, int stomp) {
    return new BrokerAddress("127.0.0.1", amqp, management, stomp, username, password, true);
  }

  boolean isLoopback() {
    return "localhost".equals(host) || host.startsWith("127.") || "::1".equals(host);
  }

  public Map<String, String> environment() {
    return Map.of(
        "RABBITMQ_HOST",
        host,
        "RABBITMQ_PORT",
        Integer.toString(port),
        "RABBITMQ_MANAGEMENT_PORT",
        Integer.toString(managementPort),
        "RABBITMQ_STOMP_PORT",
        Integer.toString(stompPort),
        "RABBITMQ_USERNAME",
        username,
        "RABBITMQ_PASSWORD",
        password);
  }
}
