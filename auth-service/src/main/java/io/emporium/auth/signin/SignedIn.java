package io.emporium.auth.signin;

import io.emporium.auth.account.Account;
import io.emporium.auth.session.RefreshToken;
import io.emporium.auth.token.AccessTokens;

/// Somebody who is in, and what proves it from now on.
public record SignedIn(Account account, AccessTokens.Issued access, RefreshToken refresh) {}
