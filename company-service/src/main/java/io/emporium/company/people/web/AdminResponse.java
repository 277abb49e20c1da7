package io.emporium.company.people.web;

import io.emporium.company.people.Person;
import org.jspecify.annotations.Nullable;

/// @param active false for an admin whose account is disabled
record AdminResponse(
    String userId, @Nullable String email, @Nullable String fullName, boolean active) {

  static AdminResponse from(Person person) {
    return new AdminResponse(person.userId(), person.email(), person.fullName(), person.active());
  }
}
