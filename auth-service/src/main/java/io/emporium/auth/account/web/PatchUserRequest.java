package io.emporium.auth.account.web;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// What is left out stays as it is.
record PatchUserRequest(
    @Nullable @Size(min = 1, max = 120) String fullName, @Nullable @Size(max = 40) String phone) {}
