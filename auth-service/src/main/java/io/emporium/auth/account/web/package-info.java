/// Accounts over HTTP.
@NullMarked
package io.emporium.auth.account.web;

import org.jspecify.annotations.NullMarked;
