package io.emporium.ecommerce.customer.web;

import io.emporium.ecommerce.customer.PersonalData;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// What is left out stays as it is.
record PatchCustomerRequest(
    @Nullable @Size(max = 120) String fullName,
    @Nullable @Size(max = 40) String phone,
    @Nullable @Pattern(regexp = "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}") String locale) {

  PersonalData over(PersonalData old) {
    return new PersonalData(
        fullName == null ? old.fullName() : fullName,
        phone == null ? old.phone() : phone,
        locale == null ? old.locale() : locale);
  }
}
