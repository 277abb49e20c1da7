package io.emporium.notification.alert;

import io.emporium.events.notification.CriticalAlert;
import io.emporium.events.websocket.Broadcast;
import io.emporium.kit.store.AggregateRoot;
import io.emporium.kit.tenancy.TenantOwned;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/// Something that a company had to know at once. Raising it shows it live; the people are told by
/// deliveries of their own.
@Document("alerts")
@TypeAlias("alert")
@TenantOwned
public final class Alert extends AggregateRoot {

  private @Nullable String shopId;
  private String kind;
  private String title;
  private String message;
  private Instant raisedAt;

  @PersistenceCreator
  @SuppressWarnings("NullAway.Init") // the store fills the fields
  private Alert() {}

  private Alert(String id, String companyId, CriticalAlert command, Instant now) {
    super(id, companyId);
    this.shopId = command.shopId();
    this.kind = command.alert();
    this.title = command.title();
    this.message = command.message();
    this.raisedAt = now;
  }

  static Alert raise(String eventId, String companyId, CriticalAlert command, Instant now) {
    Alert alert = new Alert("alert-" + eventId, companyId, command, now);
    Map<String, String> payload = new LinkedHashMap<>(command.variables());
    payload.put("alert", command.alert());
    payload.put("title", command.title());
    payload.put("message", command.message());
    if (!concernsAdminsAlone(command)) {
      alert.send(new Broadcast("inventory", "critical_alert", payload));
    }
    return alert;
  }

  /// Who owes the company what is not for the people of its shops.
  static boolean concernsAdminsAlone(CriticalAlert command) {
    return command.alert().equals("debt_overdue");
  }

  @Override
  protected @Nullable String shopId() {
    return shopId;
  }

  public String kind() {
    return kind;
  }

  public String title() {
    return title;
  }

  public String message() {
    return message;
  }

  public Instant raisedAt() {
    return raisedAt;
  }
}
