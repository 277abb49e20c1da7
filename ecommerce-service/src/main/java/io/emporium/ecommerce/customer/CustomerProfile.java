package io.emporium.ecommerce.customer;

import io.emporium.events.catalog.CustomerProfileUpdated;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.AggregateRoot;
import io.emporium.kit.store.Outcome;
import io.emporium.kit.tenancy.TenantOwned;
import java.util.List;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/// A customer as the marketplace knows them. Belongs to no company: companies see customers through
/// orders only.
@Document("customers")
@TypeAlias("customer")
@TenantOwned(company = "", customer = "customerId")
public final class CustomerProfile extends AggregateRoot {

  private String customerId;
  private PersonalData data;
  private AddressBook addressBook;

  @PersistenceCreator
  @SuppressWarnings("NullAway.Init") // the store fills the fields
  private CustomerProfile() {}

  private CustomerProfile(String customerId, PersonalData data) {
    super(customerId, null);
    this.customerId = customerId;
    this.data = data;
    this.addressBook = new AddressBook(List.of());
  }

  static CustomerProfile open(String customerId, PersonalData data) {
    return new CustomerProfile(customerId, data);
  }

  Outcome describe(PersonalData described) {
    if (described.equals(data)) {
      return Outcome.ALREADY;
    }
    data = described;
    record(new CustomerProfileUpdated(customerId, data.fullName(), data.phone(), data.locale()));
    return Outcome.APPLIED;
  }

  Outcome keep(SavedAddress address) {
    AddressBook changed = addressBook.with(address);
    if (changed.equals(addressBook)) {
      return Outcome.ALREADY;
    }
    addressBook = changed;
    return Outcome.APPLIED;
  }

  Outcome replace(SavedAddress address) {
    if (!addressBook.contains(address.id())) {
      throw Refusal.notFound("address", address.id());
    }
    return keep(address);
  }

  Outcome forget(String addressId) {
    if (!addressBook.contains(addressId)) {
      return Outcome.ALREADY;
    }
    addressBook = addressBook.without(addressId);
    return Outcome.APPLIED;
  }

  public PersonalData data() {
    return data;
  }

  public AddressBook addresses() {
    return addressBook;
  }
}
