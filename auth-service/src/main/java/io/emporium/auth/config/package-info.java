/// Wiring of auth-service.
@NullMarked
package io.emporium.auth.config;

import org.jspecify.annotations.NullMarked;
