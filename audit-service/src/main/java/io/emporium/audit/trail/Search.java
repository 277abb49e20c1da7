package io.emporium.audit.trail;

import io.emporium.kit.problem.Refusal;
import io.emporium.kit.store.Page;
import io.emporium.kit.store.PageQuery;
import io.emporium.kit.store.PageQuery.Sort;
import io.emporium.kit.store.RecordStore;
import io.emporium.kit.tenancy.Scope;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads the trail.
@Component
public class Search {

  private final RecordStore<AuditEntry> entries;

  Search(RecordStore<AuditEntry> entries) {
    this.entries = entries;
  }

  public AuditEntry get(Scope scope, String id) {
    return entries.find(scope, id).orElseThrow(() -> Refusal.notFound("audit_entry", id));
  }

  /// @param after id of the last entry that the caller has seen; null for paging by number
  public Page<AuditEntry> page(
      Scope scope, Document filter, PageQuery query, @Nullable String after) {
    Sort by = query.sort().getFirst();
    // The id as the second key makes the order total: a cursor neither skips nor repeats what
    // happened in one millisecond.
    List<Sort> order = List.of(by, new Sort("_id", by.ascending()));
    if (after == null) {
      return entries.page(scope, filter, new PageQuery(query.page(), query.size(), order));
    }
    PageQuery first = new PageQuery(0, query.size(), order);
    List<AuditEntry> found = entries.list(scope, beyond(get(scope, after), by, filter), first);
    return Page.of(found, first, entries.count(scope, filter));
  }

  /// What became of one aggregate, first version first.
  public Page<AuditEntry> history(Scope scope, String target, PageQuery query) {
    List<Sort> order =
        List.of(new Sort("version", true), new Sort("occurredAt", true), new Sort("_id", true));
    return entries.page(
        scope, new Document("target", target), new PageQuery(query.page(), query.size(), order));
  }

  private static Document beyond(AuditEntry last, Sort by, Document filter) {
    String direction = by.ascending() ? "$gt" : "$lt";
    Instant at = by.field().equals("receivedAt") ? last.receivedAt() : last.occurredAt();
    Document later = new Document(by.field(), new Document(direction, at));
    Document sameTime =
        new Document(by.field(), at).append("_id", new Document(direction, last.id()));
    return new Document(filter).append("$or", List.of(later, sameTime));
  }
}
