package io.emporium.kit.store;

import io.emporium.kit.tenancy.Scope;
import io.emporium.kit.tenancy.TenantCriteria;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;

/// A collection of plain records of tenants: replicas of what another service owns, read models,
/// append-only entries. They cause no events; what does is an [AggregateRoot].
public final class RecordStore<T> {

  private final DocumentMapping<T> mapping;
  private final TenantQueries<T> queries;
  private final RecordWrites writes;

  RecordStore(DocumentMapping<T> mapping, TenantQueries<T> queries, RecordWrites writes) {
    this.mapping = mapping;
    this.queries = queries;
    this.writes = writes;
  }

  public Optional<T> find(Scope scope, String id) {
    return queries.findById(scope, id);
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

  /// What a field adds up to over a group of records.
  public record Total(long sum, long records) {}

  /// Adds up a field of what matches, per value of another; values without a record are left out.
  public Map<String, Total> totals(Scope scope, Document filter, String by, String field) {
    return queries.totals(scope, filter, by, field);
  }

  /// @return false when a record with this id is there already
  public boolean insert(T entry) {
    return writes.insert(mapping.toDocument(entry));
  }

  /// As [#insert], in one command with those that other threads insert at the same time: for
  /// collections that take many small records.
  public boolean insertGrouped(T entry) {
    return writes.insertGrouped(mapping.toDocument(entry));
  }

  /// Stores the record unless the stored one is as new or newer.
  ///
  /// @param version of the source, stored as `sourceVersion`
  /// @return false when it was not newer
  public boolean replaceIfNewer(T entry, long version) {
    Document document = mapping.toDocument(entry);
    return writes.replaceIfNewer(queries.ownerOf(document), document, version);
  }

  /// Updates fields of what matches, within the scope.
  ///
  /// @param update with operators such as `$set` and `$inc`
  /// @return how many records matched
  public long update(Scope scope, Document filter, Document update) {
    return writes.update(queries.within(scope, filter), update, TenantCriteria.commentFor(scope));
  }

  public long delete(Scope scope, Document filter) {
    return writes.delete(queries.within(scope, filter), TenantCriteria.commentFor(scope));
  }
}
