package io.emporium.ecommerce.customer.web;

import io.emporium.ecommerce.customer.CustomerProfile;
import io.emporium.ecommerce.customer.SavedAddress;
import io.emporium.kit.security.Caller;
import java.util.List;
import org.jspecify.annotations.Nullable;

record CustomerResponse(
    String id,
    String email,
    @Nullable String fullName,
    @Nullable String phone,
    @Nullable String locale,
    List<SavedAddress> addresses,
    long version) {

  static CustomerResponse from(Caller caller, CustomerProfile profile) {
    return new CustomerResponse(
        caller.userId(),
        caller.email(),
        profile.data().fullName(),
        profile.data().phone(),
        profile.data().locale(),
        profile.addresses().addresses(),
        profile.version());
  }

  static CustomerResponse unknown(Caller caller) {
    return new CustomerResponse(caller.userId(), caller.email(), null, null, null, List.of(), 0);
  }
}
