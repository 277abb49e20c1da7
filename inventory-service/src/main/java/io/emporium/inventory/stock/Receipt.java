package io.emporium.inventory.stock;

import io.emporium.events.inventory.StockLine;
import io.emporium.kit.store.AggregateRoot;
import io.emporium.kit.store.Outcome;
import io.emporium.kit.tenancy.TenantOwned;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/// Goods that arrived. It is stored before the first line is booked, so that a crash between lines
/// leaves something to resume.
@Document("receipts")
@TypeAlias("receipt")
@TenantOwned
public final class Receipt extends AggregateRoot {

  private String warehouseId;
  private String warehouseName;
  private List<StockLine> lines;
  private @Nullable String reference;
  private Instant receivedAt;
  private @Nullable Instant dueAt;

  @PersistenceCreator
  @SuppressWarnings("NullAway.Init") // the store fills the fields
  private Receipt() {}

  private Receipt(String id, ReceiveStock.Command command, Instant now) {
    super(id, command.warehouse().owner());
    this.warehouseId = command.warehouse().id();
    this.warehouseName = command.warehouse().name();
    this.lines = command.lines();
    this.reference = command.reference();
    this.receivedAt = now;
    this.dueAt = now;
  }

  static Receipt of(String id, ReceiveStock.Command command, Instant now) {
    return new Receipt(id, command, now);
  }

  Outcome booked() {
    if (dueAt == null) {
      return Outcome.ALREADY;
    }
    dueAt = null;
    return Outcome.APPLIED;
  }

  boolean isBooked() {
    return dueAt == null;
  }

  List<StockKey> keys() {
    return lines.stream().map(line -> new StockKey(owner(), warehouseId, line.sku())).toList();
  }

  public String owner() {
    return Objects.requireNonNull(companyId());
  }

  public String warehouseId() {
    return warehouseId;
  }

  String warehouseName() {
    return warehouseName;
  }

  public List<StockLine> lines() {
    return lines;
  }

  public @Nullable String reference() {
    return reference;
  }

  public Instant receivedAt() {
    return receivedAt;
  }
}
