package io.emporium.auth.account;

/// Whether somebody may sign in.
public enum AccountStatus {
  ACTIVE,
  DISABLED
}
