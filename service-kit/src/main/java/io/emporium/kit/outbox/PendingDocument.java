package io.emporium.kit.outbox;

import java.util.List;

/// A document with something to publish, oldest entry first.
record PendingDocument(String collection, String id, List<OutboxEntry> entries) {}
