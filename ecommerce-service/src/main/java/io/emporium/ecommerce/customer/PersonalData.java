package io.emporium.ecommerce.customer;

import org.jspecify.annotations.Nullable;

/// How a customer is called and reached.
///
/// @param locale BCP 47 language tag
public record PersonalData(
    @Nullable String fullName, @Nullable String phone, @Nullable String locale) {

  static final PersonalData UNKNOWN = new PersonalData(null, null, null);
}
