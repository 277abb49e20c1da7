package io.emporium.ecommerce.customer;

import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.Outcome;
import io.emporium.kit.tenancy.Scope;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/// The profiles that there are. One comes to be at registration or when it is first needed.
@Component
public class CustomerProfiles {

  private final AggregateStore<CustomerProfile> store;

  CustomerProfiles(AggregateStore<CustomerProfile> store) {
    this.store = store;
  }

  public Optional<CustomerProfile> find(String customerId) {
    return store.find(Scope.customer(customerId), customerId);
  }

  public AddressBook addressesOf(String customerId) {
    return find(customerId)
        .map(CustomerProfile::addresses)
        .orElseGet(() -> new AddressBook(List.of()));
  }

  /// Begins a profile with what is known from the registration, unless there is one.
  public void open(String customerId, PersonalData known) {
    var _ = store.create(CustomerProfile.open(customerId, known));
  }

  public CustomerProfile describe(String customerId, UnaryOperator<PersonalData> change) {
    return change(customerId, profile -> profile.describe(change.apply(profile.data())));
  }

  public CustomerProfile keepAddress(String customerId, SavedAddress address) {
    return change(customerId, profile -> profile.keep(address));
  }

  public CustomerProfile replaceAddress(String customerId, SavedAddress address) {
    return change(customerId, profile -> profile.replace(address));
  }

  public CustomerProfile forgetAddress(String customerId, String addressId) {
    return change(customerId, profile -> profile.forget(addressId));
  }

  private CustomerProfile change(String customerId, Function<CustomerProfile, Outcome> command) {
    if (find(customerId).isEmpty()) {
      open(customerId, PersonalData.UNKNOWN);
    }
    return store.change(Scope.customer(customerId), customerId, command);
  }
}
