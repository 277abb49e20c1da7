/// Proving an address and resetting a password over HTTP.
@NullMarked
package io.emporium.auth.recovery.web;

import org.jspecify.annotations.NullMarked;
