package io.emporium.fleet.broker;

import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.PossibleAuthenticationFailureException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;

/// Logs in at a broker the way a service would.
final class BrokerProbe {
  private static final int PATIENCE_MS = 3000;

  private BrokerProbe() {}

  static BrokerAnswer ask(BrokerAddress address) {
    var factory = new ConnectionFactory();
    factory.setHost(address.host());
    factory.setPort(address.port());
    factory.setUsername(address.username());
    factory.setPassword(address.password());
    factory.setConnectionTimeout(PATIENCE_MS);
    factory.setHandshakeTimeout(PATIENCE_MS);
    factory.setAutomaticRecoveryEnabled(false);
    try (var connection = factory.newConnection("fleet probe")) {
      return new BrokerAnswer.Accepted(
          String.valueOf(connection.getServerProperties().get("version")));
    } catch (PossibleAuthenticationFailureException refused) {
      return new BrokerAnswer.Refused("it does not accept user '" + address.username() + "'");
    } catch (IOException | TimeoutException e) {
      return new BrokerAnswer.NoBroker(String.valueOf(e.getMessage()));
    }
  }
}
