/// Facts for audit-service that every service publishes.
@NullMarked
package io.emporium.events.audit;

import org.jspecify.annotations.NullMarked;
