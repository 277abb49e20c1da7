package io.emporium.kit.store;

import com.mongodb.client.MongoCollection;
import io.emporium.kit.crash.CrashPoints;
import io.emporium.kit.ids.Ids;
import io.emporium.kit.outbox.OutboxEntries;
import io.emporium.kit.outbox.OutboxEntry;
import io.emporium.kit.outbox.OutboxSignal;
import io.emporium.kit.outbox.OutboxSources;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;

/// Opens the collections of a service. An aggregate's collection is thereby known to the relay.
public final class Stores {

  private final MongoOperations mongo;
  private final OutboxEntries entries;
  private final OutboxSignal signal;
  private final AggregateWriter writer;
  private final OutboxSources sources;
  private final IndexPlan indexes;
  private final CrashPoints crashPoints;

  public Stores(
      MongoOperations mongo,
      OutboxEntries entries,
      OutboxSignal signal,
      OutboxSources sources,
      IndexPlan indexes,
      CrashPoints crashPoints) {
    this.mongo = mongo;
    this.entries = entries;
    this.signal = signal;
    this.sources = sources;
    this.indexes = indexes;
    this.crashPoints = crashPoints;
    this.writer = new AggregateWriter(this::collection, entries, signal, crashPoints);
  }

  public <T extends AggregateRoot> AggregateStore<T> aggregates(Class<T> type) {
    DocumentMapping<T> mapping = new DocumentMapping<>(type, mongo.getConverter());
    sources.add(mapping.collection());
    indexes.index(mapping.collection(), OutboxEntry.PENDING);
    return new AggregateStore<>(mapping, writer, new TenantQueries<>(mapping, this::collection));
  }

  public <T> RecordStore<T> records(Class<T> type) {
    DocumentMapping<T> mapping = new DocumentMapping<>(type, mongo.getConverter());
    return new RecordStore<>(
        mapping, new TenantQueries<>(mapping, this::collection), writesTo(mapping));
  }

  public <T> SharedStore<T> shared(Class<T> type) {
    DocumentMapping<T> mapping = new DocumentMapping<>(type, mongo.getConverter());
    return new SharedStore<>(mapping, this::collection, writesTo(mapping));
  }

  public Announcements announcements(Ids ids) {
    sources.addDisposable(Announcements.COLLECTION);
    indexes.index(Announcements.COLLECTION, OutboxEntry.PENDING);
    return new Announcements(
        () -> collection(Announcements.COLLECTION), entries, signal, ids, crashPoints);
  }

  public Counters counters() {
    return new Counters(() -> collection("counters"), crashPoints);
  }

  private RecordWrites writesTo(DocumentMapping<?> mapping) {
    return new RecordWrites(() -> collection(mapping.collection()), crashPoints);
  }

  private MongoCollection<Document> collection(String name) {
    return mongo.getCollection(name);
  }
}
