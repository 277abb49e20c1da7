package io.emporium.events;

import io.emporium.events.analytics.AnalyticsCommand;
import io.emporium.events.audit.AuditEvent;
import io.emporium.events.catalog.CartEvent;
import io.emporium.events.catalog.CustomerEvent;
import io.emporium.events.catalog.ProductEvent;
import io.emporium.events.company.CompanyEvent;
import io.emporium.events.debt.DebtEvent;
import io.emporium.events.inventory.BatchEvent;
import io.emporium.events.inventory.InventoryCommand;
import io.emporium.events.inventory.InventoryEvent;
import io.emporium.events.inventory.TransferEvent;
import io.emporium.events.notification.NotificationCommand;
import io.emporium.events.notification.NotificationEvent;
import io.emporium.events.order.InvoiceEvent;
import io.emporium.events.order.OrderEvent;
import io.emporium.events.order.ReturnEvent;
import io.emporium.events.payment.PaymentCommand;
import io.emporium.events.payment.PaymentEvent;
import io.emporium.events.shop.ShopEvent;
import io.emporium.events.user.SecurityEvent;
import io.emporium.events.user.UserCommand;
import io.emporium.events.user.UserEvent;
import io.emporium.events.websocket.BroadcastCommand;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/// Every contract by its wire name. A new sealed interface is entered in [#FACES]; its records are
/// found from there.
public final class Contracts {

  /// The sealed interfaces, one per publisher or handler and subject.
  public static final List<Class<? extends Message>> FACES =
      List.of(
          UserCommand.class,
          UserEvent.class,
          SecurityEvent.class,
          CompanyEvent.class,
          ShopEvent.class,
          ProductEvent.class,
          CartEvent.class,
          CustomerEvent.class,
          OrderEvent.class,
          ReturnEvent.class,
          InvoiceEvent.class,
          InventoryCommand.class,
          InventoryEvent.class,
          TransferEvent.class,
          BatchEvent.class,
          PaymentCommand.class,
          PaymentEvent.class,
          NotificationCommand.class,
          NotificationEvent.class,
          BroadcastCommand.class,
          AnalyticsCommand.class,
          AuditEvent.class,
          DebtEvent.class);

  private static final Map<String, Class<? extends Message>> BY_NAME = index();

  private Contracts() {}

  /// All contracts, ordered by wire name.
  public static Map<String, Class<? extends Message>> all() {
    return BY_NAME;
  }

  public static Optional<Class<? extends Message>> byName(String wireName) {
    return Optional.ofNullable(BY_NAME.get(wireName));
  }

  /// @throws IllegalArgumentException for a class that carries no [Contract]
  public static String nameOf(Class<?> type) {
    Contract contract = type.getAnnotation(Contract.class);
    if (contract == null) {
      throw new IllegalArgumentException(type.getName() + " is no contract");
    }
    return contract.value();
  }

  private static Map<String, Class<? extends Message>> index() {
    Map<String, Class<? extends Message>> index = new TreeMap<>();
    for (Class<? extends Message> face : FACES) {
      for (Class<?> record : Objects.requireNonNull(face.getPermittedSubclasses())) {
        Class<?> taken = index.put(nameOf(record), record.asSubclass(Message.class));
        if (taken != null) {
          throw new IllegalStateException(nameOf(record) + " names two contracts");
        }
      }
    }
    return Collections.unmodifiableMap(index);
  }
}
