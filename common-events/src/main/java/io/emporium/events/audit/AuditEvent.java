package io.emporium.events.audit;

import io.emporium.events.Fact;
import io.emporium.events.PublishedBy;

/// What was asked of a service and how it answered.
@PublishedBy("*")
public sealed interface AuditEvent extends Fact permits RequestAudited {}
