package io.emporium.auth.account;

import org.jspecify.annotations.Nullable;

/// Somebody who is to have an account.
record NewAccount(
    String id, String email, @Nullable String fullName, @Nullable String phone, Access access) {}
