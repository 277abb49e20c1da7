/// The list over HTTP, for services.
@NullMarked
package io.emporium.auth.revocation.web;

import org.jspecify.annotations.NullMarked;
