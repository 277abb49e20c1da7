package io.emporium.kit.sample;

import io.emporium.events.inventory.ReservationExpired;
import io.emporium.events.inventory.StockReleased;
import io.emporium.kit.store.AggregateRoot;
import io.emporium.kit.store.Outcome;
import io.emporium.kit.tenancy.TenantOwned;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/// Something that can be weighed again and again; each weighing is announced.
@Document("parcels")
@TypeAlias("parcel")
@TenantOwned(shop = "shopId", customer = "customerId")
final class Parcel extends AggregateRoot {

  private String shopId;
  private String customerId;
  private int weighings;
  private @Nullable String note;

  @PersistenceCreator
  @SuppressWarnings("NullAway.Init")
  private Parcel() {}

  Parcel(String id, String companyId, String shopId, String customerId) {
    super(id, companyId);
    this.shopId = shopId;
    this.customerId = customerId;
    record(new ReservationExpired(id));
  }

  Outcome weigh(@Nullable String newNote) {
    weighings++;
    note = newNote;
    record(new StockReleased(id(), String.valueOf(weighings)));
    return Outcome.APPLIED;
  }

  int weighings() {
    return weighings;
  }

  @Nullable String note() {
    return note;
  }

  @Override
  protected String shopId() {
    return shopId;
  }

  String customerId() {
    return customerId;
  }
}
