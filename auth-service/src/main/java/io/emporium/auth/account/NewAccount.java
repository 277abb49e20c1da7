package io.emporium.auth.account;

import org.jspecify.annotations.Nullable;

/// Somebody who is to have an account.
///
/// @param emailVerified whether they have proved the address already
record NewAccount(
    String id,
    String email,
    boolean emailVerified,
    @Nullable String fullName,
    @Nullable String phone,
    Access access) {}
