package io.emporium.fleet.broker;

/// What answered on the broker's port.
sealed interface BrokerAnswer {
  record Accepted(String version) implements BrokerAnswer {}

  /// A RabbitMQ that does not know the configured credentials: somebody else's.
  record Refused(String reason) implements BrokerAnswer {}

  record NoBroker(String reason) implements BrokerAnswer {}
}
