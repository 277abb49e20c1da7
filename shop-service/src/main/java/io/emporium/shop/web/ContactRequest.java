package io.emporium.shop.web;

import io.emporium.shop.registry.Contact;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

record ContactRequest(
    @Nullable @Email @Size(max = 254) String email,
    @Nullable @Pattern(regexp = "[+0-9][0-9 ()./-]{2,39}") String phone,
    @Nullable @Pattern(regexp = "https?://\\S+") @Size(max = 300) String website) {

  Contact toContact() {
    return new Contact(email, phone, website);
  }
}
