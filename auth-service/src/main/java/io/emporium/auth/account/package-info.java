/// Accounts: people, their role and scope, and their passwords.
@NullMarked
package io.emporium.auth.account;

import org.jspecify.annotations.NullMarked;
