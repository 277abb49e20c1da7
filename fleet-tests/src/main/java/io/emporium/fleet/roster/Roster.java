package io.emporium.fleet.roster;

import static io.emporium.fleet.roster.JvmSettings.BUSY;
import static io.emporium.fleet.roster.JvmSettings.SMALL;

import io.emporium.fleet.FleetProblem;
import io.emporium.fleet.settings.PortShift;
import java.util.List;
import java.util.Set;

/// The fleet in one table. Order is start order: who issues tokens first, the door last.
public final class Roster {
  public static final String LOCAL_STACK = "local-stack";
  public static final String RABBITMQ = "rabbitmq";
  public static final List<String> SHARED_MODULES = List.of("common-events", "service-kit");

  public static final List<Service> SERVICES =
      List.of(
          Service.of("auth-service", 8001, SMALL),
          Service.of("company-service", 8002, SMALL),
          Service.of("shop-service", 8003, SMALL),
          Service.of("ecommerce-service", 8004, BUSY),
          Service.of("inventory-service", 8007, BUSY),
          Service.of("payment-service", 8006, BUSY),
          Service.of("sales-service", 8005, BUSY),
          Service.inTheBackground("notification-service", 8008, BUSY),
          Service.of("websocket-service", 8009, SMALL),
          Service.inTheBackground("audit-service", 8010, SMALL),
          Service.inTheBackground("analytics-service", 8011, SMALL),
          Service.inTheBackground("debt-service", 8012, SMALL),
          Service.of("api-gateway", 8000, BUSY));

  private Roster() {}

  /// The services in start order, all of them when `only` is empty.
  public static List<Service> select(Set<String> only, PortShift shift) {
    for (var name : only) {
      if (!LOCAL_STACK.equals(name) && SERVICES.stream().noneMatch(s -> s.name().equals(name))) {
        throw new FleetProblem("no service is called '" + name + "'; there are: " + names());
      }
    }
    return SERVICES.stream()
        .filter(service -> only.isEmpty() || only.contains(service.name()))
        .map(service -> shifted(service, shift))
        .toList();
  }

  public static String names() {
    return String.join(", ", SERVICES.stream().map(Service::name).sorted().toList());
  }

  private static Service shifted(Service service, PortShift shift) {
    return new Service(
        service.name(),
        shift.of(service.port()),
        shift.of(service.managementPort()),
        service.jvm(),
        service.background());
  }
}
