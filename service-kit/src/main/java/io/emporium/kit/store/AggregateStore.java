package io.emporium.kit.store;

import com.mongodb.client.result.UpdateResult;
import io.emporium.kit.context.Cause;
import io.emporium.kit.outbox.OutboxEntry;
import io.emporium.kit.problem.Refusal;
import io.emporium.kit.tenancy.Scope;
import io.emporium.kit.tenancy.TenantCriteria;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// The collection of one kind of aggregate.
///
/// A write is atomic and carries everything: the new state, `version + 1`, the recorded messages
/// (`outbox`) and the id of the message being handled (`inbox`). It is guarded by the version that
/// was read, so two writers never both win; the loser reads again and decides again.
public final class AggregateStore<T extends AggregateRoot> {

  private static final int ATTEMPTS = 5;

  private final DocumentMapping<T> mapping;
  private final AggregateWriter writer;
  private final TenantQueries<T> queries;
  private final int attempts;

  AggregateStore(
      DocumentMapping<T> mapping, AggregateWriter writer, TenantQueries<T> queries, int attempts) {
    this.mapping = mapping;
    this.writer = writer;
    this.queries = queries;
    this.attempts = attempts;
  }

  AggregateStore(DocumentMapping<T> mapping, AggregateWriter writer, TenantQueries<T> queries) {
    this(mapping, writer, queries, ATTEMPTS);
  }

  /// The same collection, for documents that many write at once.
  public AggregateStore<T> withAttempts(int attempts) {
    return new AggregateStore<>(mapping, writer, queries, attempts);
  }

  /// Stores a new aggregate.
  ///
  /// @return false when one with this id, or another unique key, is there already: nothing is
  ///   written then. A consumer that creates derives the id from its message, so that a repetition
  ///   ends here.
  public boolean create(T aggregate) {
    Document document = mapping.toDocument(aggregate);
    List<OutboxEntry> entries = writer.entriesFor(aggregate, 1);
    boolean created = writer.insert(mapping.collection(), document, entries);
    if (created) {
      aggregate.written(1);
      writer.announce(mapping.collection(), aggregate.id(), entries);
    }
    return created;
  }

  public Optional<T> find(Scope scope, String id) {
    return queries.findById(scope, id);
  }

  /// @throws Refusal not found, alike for unknown ids and for those outside the scope
  public T get(Scope scope, String id) {
    return find(scope, id).orElseThrow(() -> Refusal.notFound(mapping.noun(), id));
  }

  /// The first match of a filter on stored fields.
  public Optional<T> findOne(Scope scope, Document filter) {
    return queries.list(scope, filter, PageQuery.first(1)).stream().findFirst();
  }

  public Page<T> page(Scope scope, Document filter, PageQuery query) {
    return queries.page(scope, filter, query);
  }

  public List<T> list(Scope scope, Document filter, PageQuery query) {
    return queries.list(scope, filter, query);
  }

  public long count(Scope scope, Document filter) {
    return queries.count(scope, filter);
  }

  /// Reads, lets the command decide, and writes. When the message being handled was consumed
  /// before, the command does not run.
  ///
  /// @return the aggregate after the command
  /// @throws Refusal not found, or whatever the command refuses with
  /// @throws ConcurrentChange when other writers won every attempt
  public T change(Scope scope, String id, Function<T, Outcome> command) {
    return change(scope, id, null, command);
  }

  /// As [#change(Scope, String, Function)], for callers who say which version they have seen.
  ///
  /// @param expectedVersion from `If-Match`; null when the caller did not say
  /// @throws Refusal stale, when the aggregate has another version
  public T change(
      Scope scope, String id, @Nullable Long expectedVersion, Function<T, Outcome> command) {
    return decide(scope, get(scope, id), expectedVersion, command);
  }

  /// As [#change(Scope, String, Function)], for who has just read or written it: it is read again
  /// only when another writer was faster.
  ///
  /// @param asRead used up by this call; what counts is what is returned
  public T change(T asRead, Function<T, Outcome> command) {
    String companyId = asRead.companyId();
    Scope owner = companyId == null ? Scope.platform() : Scope.company(companyId);
    return decide(owner, asRead, null, command);
  }

  private T decide(
      Scope scope, T first, @Nullable Long expectedVersion, Function<T, Outcome> command) {
    T aggregate = first;
    for (int attempt = 1; ; attempt++) {
      if (aggregate.hasConsumed(Cause.current().messageId())) {
        return aggregate;
      }
      EntityVersions.require(expectedVersion, aggregate.version());
      if (command.apply(aggregate) == Outcome.ALREADY || save(scope, aggregate)) {
        return aggregate;
      }
      if (attempt == attempts) {
        throw new ConcurrentChange(mapping.noun(), first.id());
      }
      aggregate = get(scope, first.id());
    }
  }

  private boolean save(Scope scope, T aggregate) {
    long version = aggregate.version() + 1;
    List<OutboxEntry> entries = writer.entriesFor(aggregate, version);
    // Read within the scope; written within the tenant that it turned out to belong to.
    String companyId = aggregate.companyId();
    Scope owner = companyId == null ? scope : Scope.company(companyId);
    Document guard =
        queries.within(
            owner, new Document("_id", aggregate.id()).append("version", aggregate.version()));
    Document update = mapping.toUpdate(aggregate, version);
    UpdateResult result =
        writer.update(
            mapping.collection(), guard, update, entries, TenantCriteria.commentFor(owner));
    if (result.getMatchedCount() == 0) {
      return false;
    }
    aggregate.written(version);
    writer.announce(mapping.collection(), aggregate.id(), entries);
    return true;
  }
}
