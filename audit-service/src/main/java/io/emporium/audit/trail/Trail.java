package io.emporium.audit.trail;

import io.emporium.events.Envelope;
import io.emporium.kit.store.RecordStore;
import java.time.Clock;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Adds to the trail: one insert per event. An event that comes again finds its entry there.
@Component
public class Trail {

  private final RecordStore<AuditEntry> entries;
  private final JsonMapper mapper;
  private final Clock clock;

  Trail(RecordStore<AuditEntry> entries, JsonMapper mapper, Clock clock) {
    this.entries = entries;
    this.mapper = mapper;
    this.clock = clock;
  }

  public void add(Envelope<?> envelope, Happening happening) {
    var _ =
        entries.insertGrouped(
            new AuditEntry(
                AuditEntry.idOf(envelope.source(), envelope.id()),
                envelope.type(),
                envelope.source(),
                envelope.actor(),
                happening.action(),
                happening.target(),
                envelope.companyid(),
                envelope.shopid(),
                envelope.time(),
                clock.instant(),
                happening.result(),
                happening.status(),
                happening.address(),
                envelope.correlationid(),
                envelope.causationid(),
                envelope.aggregateversion(),
                mapper.writeValueAsString(envelope.data())));
  }
}
