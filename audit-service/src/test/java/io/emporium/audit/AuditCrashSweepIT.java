package io.emporium.audit;

import io.emporium.audit.trail.AuditEntry;
import io.emporium.events.Contracts;
import io.emporium.events.Envelope;
import io.emporium.events.Fact;
import io.emporium.events.Message;
import io.emporium.kit.store.PageQuery;
import io.emporium.kit.store.RecordStore;
import io.emporium.kit.tenancy.Scope;
import io.emporium.kit.testing.ServiceTest;
import io.emporium.kit.testing.TestBroker;
import io.emporium.kit.testing.crash.CrashSweep;
import io.emporium.kit.testing.crash.Sample;
import io.emporium.kit.testing.crash.Sample.Prepared;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/// Every fact of the fleet, taken down once wherever the service is halted.
@ServiceTest
class AuditCrashSweepIT extends CrashSweep {

  /// What each contract looks like on the wire.
  private static final Path GOLDEN =
      Path.of("..", "common-events", "src", "test", "resources", "contracts");

  @Autowired private RecordStore<AuditEntry> entries;
  @Autowired private JsonMapper json;

  @Override
  protected List<Sample> samples() {
    return Contracts.all().entrySet().stream()
        .filter(contract -> Fact.class.isAssignableFrom(contract.getValue()))
        .map(this::sample)
        .toList();
  }

  /// One of each kind: what is done with it differs by nothing else.
  @Override
  protected List<Sample> halted() {
    Map<Class<?>, Sample> byKind = new LinkedHashMap<>();
    samples().forEach(sample -> byKind.putIfAbsent(sample.contract().getInterfaces()[0], sample));
    return List.copyOf(byKind.values());
  }

  private Sample sample(Map.Entry<String, Class<? extends Message>> contract) {
    Message fact =
        json.readValue(GOLDEN.resolve(contract.getKey() + ".json").toFile(), contract.getValue());
    return new Sample(
        contract.getValue(),
        "happened",
        () -> {
          String subject = UUID.randomUUID().toString();
          Envelope<Message> happened = TestBroker.envelope(subject, subject, 1, fact);
          return new Prepared(happened, () -> trailOf(happened));
        });
  }

  private String trailOf(Envelope<Message> happened) {
    Document under = new Document("correlationId", happened.correlationid());
    return entries.list(Scope.company(happened.subject()), under, PageQuery.first(10)).stream()
        .map(
            entry ->
                String.join(
                    " ",
                    entry.type(),
                    entry.action(),
                    entry.target(),
                    entry.result(),
                    entry.data()))
        .toList()
        .toString();
  }
}
