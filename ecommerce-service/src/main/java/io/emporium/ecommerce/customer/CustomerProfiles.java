package io.emporium.ecommerce.customer;

import io.emporium.kit.store.AggregateStore;
import io.emporium.kit.store.Outcome;
import io.emporium.kit.tenancy.Scope;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
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

  /// @param expectedVersion as read; 0 where nobody had written the profile yet
  public CustomerProfile describe(
      String customerId, @Nullable Long expectedVersion, UnaryOperator<PersonalData> change) {
    return change(
        customerId, expectedVersion, profile -> profile.describe(change.apply(profile.data())));
  }

  public CustomerProfile keepAddress(String customerId, SavedAddress address) {
    return change(customerId, null, profile -> profile.keep(address));
  }

  /// @param expectedVersion of the profile, as for [#describe]
  public CustomerProfile replaceAddress(
      String customerId, @Nullable Long expectedVersion, SavedAddress address) {
    return change(customerId, expectedVersion, profile -> profile.replace(address));
  }

  public CustomerProfile forgetAddress(String customerId, String addressId) {
    return change(customerId, null, profile -> profile.forget(addressId));
  }

  private CustomerProfile change(
      String customerId,
      @Nullable Long expectedVersion,
      Function<CustomerProfile, Outcome> command) {
    boolean begun =
        find(customerId).isEmpty()
            && store.create(CustomerProfile.open(customerId, PersonalData.UNKNOWN));
    // Begun here it has version 1, and says nothing that version 0 did not.
    boolean seenUnwritten = expectedVersion != null && expectedVersion == 0;
    Long expected = begun && seenUnwritten ? Long.valueOf(1) : expectedVersion;
    return store.change(Scope.customer(customerId), customerId, expected, command);
  }
}
