/// The public keys over HTTP.
@NullMarked
package io.emporium.auth.token.web;

import org.jspecify.annotations.NullMarked;
