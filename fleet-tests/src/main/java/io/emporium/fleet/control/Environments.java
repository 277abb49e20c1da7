package io.emporium.fleet.control;

import io.emporium.fleet.broker.BrokerAddress;
import io.emporium.fleet.roster.Service;
import java.util.HashMap;
import java.util.Map;

/// What each process is told through its environment.
final class Environments {
  private static final String DRIVER_ONLY = "(FLEET|DOCKER|COMPOSE)_.*";
  private final FleetContext fleet;

  Environments(FleetContext fleet) {
    this.fleet = fleet;
  }

  /// The ports are told explicitly: a fleet may be shifted, and a stray SERVER_PORT must not win.
  Map<String, String> of(Service service, BrokerAddress broker) {
    var environment = settings();
    environment.putAll(broker.environment());
    var bind = fleet.settings().get("FLEET_BIND_ADDRESS");
    environment.put("SERVER_ADDRESS", bind);
    environment.put("SERVER_PORT", Integer.toString(service.port()));
    environment.put("MANAGEMENT_SERVER_ADDRESS", bind);
    environment.put("MANAGEMENT_SERVER_PORT", Integer.toString(service.managementPort()));
    return environment;
  }

  Map<String, String> localStack() {
    var environment = settings();
    environment.put("LOCAL_STACK_DATA", fleet.paths().data().resolve("mongo").toString());
    environment.put("LOCAL_STACK_MONGO_PORT", Integer.toString(fleet.mongoPort()));
    environment.put("LOCAL_STACK_SMTP_PORT", Integer.toString(fleet.smtpPort()));
    environment.put("LOCAL_STACK_WEBHOOK_BASE", fleet.gateway().toString());
    environment.put("LOCAL_STACK_HTTP_PORT", Integer.toString(fleet.localStackPort()));
    return environment;
  }

  private Map<String, String> settings() {
    var environment = new HashMap<>(fleet.settings().values());
    environment.keySet().removeIf(name -> name.matches(DRIVER_ONLY));
    return environment;
  }
}
