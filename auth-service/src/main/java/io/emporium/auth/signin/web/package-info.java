/// Signing in over HTTP.
@NullMarked
package io.emporium.auth.signin.web;

import org.jspecify.annotations.NullMarked;
