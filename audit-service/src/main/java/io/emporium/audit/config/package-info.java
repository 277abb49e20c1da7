/// Wiring of audit-service.
@NullMarked
package io.emporium.audit.config;

import org.jspecify.annotations.NullMarked;
