package io.emporium.kit.outbox;

import io.emporium.events.Command;
import io.emporium.events.Contracts;
import io.emporium.events.Envelope;
import io.emporium.events.Message;
import io.emporium.kit.context.Cause;
import io.emporium.kit.messaging.WireJson;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Wraps what an aggregate recorded into envelopes, with deterministic ids.
public final class OutboxEntries {

  /// Whose messages they are.
  ///
  /// @param version of the aggregate after the write
  public record Origin(
      String aggregateId, long version, @Nullable String companyId, @Nullable String shopId) {}

  private final String service;
  private final WireJson json;
  private final Clock clock;

  public OutboxEntries(String service, WireJson json, Clock clock) {
    this.service = service;
    this.json = json;
    this.clock = clock;
  }

  public List<OutboxEntry> entries(List<? extends Message> messages, Origin origin) {
    List<OutboxEntry> entries = new ArrayList<>(messages.size());
    Instant now = clock.instant();
    for (int n = 0; n < messages.size(); n++) {
      entries.add(entry(messages.get(n), n, origin, now));
    }
    return entries;
  }

  private OutboxEntry entry(Message message, int n, Origin origin, Instant now) {
    Cause cause = Cause.current();
    String type = Contracts.nameOf(message.getClass());
    Envelope<Message> envelope =
        new Envelope<>(
            Envelope.SPEC_VERSION,
            origin.aggregateId() + ":" + origin.version() + ":" + n,
            service,
            type,
            now,
            origin.aggregateId(),
            Envelope.JSON,
            origin.companyId(),
            origin.shopId(),
            cause.correlationId(),
            cause.messageId(),
            origin.version(),
            cause.actor(),
            message);
    return new OutboxEntry(
        envelope.id(), type, message instanceof Command, json.write(envelope), now.toEpochMilli());
  }
}
