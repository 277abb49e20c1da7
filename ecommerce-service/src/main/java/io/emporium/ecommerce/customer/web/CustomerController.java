package io.emporium.ecommerce.customer.web;

import io.emporium.ecommerce.customer.CustomerProfiles;
import io.emporium.ecommerce.customer.SavedAddress;
import io.emporium.kit.ids.Ids;
import io.emporium.kit.security.Caller;
import io.emporium.kit.web.EntityTag;
import jakarta.validation.Valid;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/customers/me")
class CustomerController {

  private final CustomerProfiles profiles;
  private final Ids ids;

  CustomerController(CustomerProfiles profiles, Ids ids) {
    this.profiles = profiles;
    this.ids = ids;
  }

  @GetMapping
  ResponseEntity<CustomerResponse> read(Caller caller) {
    return answer(
        profiles
            .find(caller.userId())
            .map(profile -> CustomerResponse.from(caller, profile))
            .orElseGet(() -> CustomerResponse.unknown(caller)));
  }

  @PatchMapping
  ResponseEntity<CustomerResponse> change(
      Caller caller,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @Valid @RequestBody PatchCustomerRequest request) {
    return answer(
        CustomerResponse.from(
            caller, profiles.describe(caller.userId(), EntityTag.version(ifMatch), request::over)));
  }

  @PostMapping("/addresses")
  ResponseEntity<SavedAddress> addAddress(
      Caller caller, @Valid @RequestBody SaveAddressRequest request) {
    SavedAddress address = request.toAddress(ids.next());
    var profile = profiles.keepAddress(caller.userId(), address);
    SavedAddress kept =
        profile.addresses().addresses().stream()
            .filter(saved -> saved.id().equals(address.id()))
            .findFirst()
            .orElse(address);
    return ResponseEntity.created(URI.create("/api/customers/me/addresses/" + address.id()))
        .body(kept);
  }

  @PutMapping("/addresses/{addressId}")
  ResponseEntity<CustomerResponse> replaceAddress(
      Caller caller,
      @PathVariable String addressId,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @Valid @RequestBody SaveAddressRequest request) {
    return answer(
        CustomerResponse.from(
            caller,
            profiles.replaceAddress(
                caller.userId(), EntityTag.version(ifMatch), request.toAddress(addressId))));
  }

  @DeleteMapping("/addresses/{addressId}")
  ResponseEntity<Void> forgetAddress(Caller caller, @PathVariable String addressId) {
    var _ = profiles.forgetAddress(caller.userId(), addressId);
    return ResponseEntity.noContent().build();
  }

  private static ResponseEntity<CustomerResponse> answer(CustomerResponse customer) {
    return ResponseEntity.ok().eTag(EntityTag.of(customer.version())).body(customer);
  }
}
