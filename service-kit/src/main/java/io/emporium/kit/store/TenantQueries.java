package io.emporium.kit.store;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.CountOptions;
import io.emporium.kit.tenancy.Scope;
import io.emporium.kit.tenancy.TenantCriteria;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.bson.Document;

/// Reads of one tenant collection; none without a scope.
final class TenantQueries<T> {

  private static final long MAX_TIME_MILLIS = 2_000;
  private static final Document WITHOUT_OUTBOX = new Document("outbox", 0);

  private final DocumentMapping<T> mapping;
  private final TenantCriteria criteria;
  private final Function<String, MongoCollection<Document>> collections;

  TenantQueries(
      DocumentMapping<T> mapping, Function<String, MongoCollection<Document>> collections) {
    this.mapping = mapping;
    this.criteria = new TenantCriteria(mapping.type());
    this.collections = collections;
  }

  Document within(Scope scope, Document filter) {
    return criteria.within(scope, filter);
  }

  /// The predicate of the tenant that a document names itself.
  Document ownerOf(Document document) {
    return criteria.ownerOf(document);
  }

  Optional<T> findById(Scope scope, String id) {
    Document found = find(scope, new Document("_id", id)).limit(1).first();
    return Optional.ofNullable(found).map(mapping::fromDocument);
  }

  List<T> list(Scope scope, Document filter, PageQuery query) {
    List<T> items = new ArrayList<>();
    for (Document document :
        find(scope, filter)
            .sort(query.order())
            .skip(Math.multiplyExact(query.page(), query.size()))
            .limit(query.size())) {
      items.add(mapping.fromDocument(document));
    }
    return items;
  }

  Page<T> page(Scope scope, Document filter, PageQuery query) {
    return Page.read(list(scope, filter, query), query, () -> count(scope, filter));
  }

  long count(Scope scope, Document filter) {
    CountOptions options =
        new CountOptions()
            .maxTime(MAX_TIME_MILLIS, TimeUnit.MILLISECONDS)
            .comment(TenantCriteria.commentFor(scope));
    return collections
        .apply(mapping.collection())
        .countDocuments(criteria.within(scope, filter), options);
  }

  Map<String, RecordStore.Total> totals(Scope scope, Document filter, String by, String field) {
    Document group =
        new Document("_id", "$" + by)
            .append("sum", new Document("$sum", "$" + field))
            .append("records", new Document("$sum", 1));
    Map<String, RecordStore.Total> totals = new HashMap<>();
    for (Document total :
        collections
            .apply(mapping.collection())
            .aggregate(
                List.of(
                    new Document("$match", criteria.within(scope, filter)),
                    new Document("$group", group)))
            .maxTime(MAX_TIME_MILLIS, TimeUnit.MILLISECONDS)
            .comment(TenantCriteria.commentFor(scope))) {
      totals.put(
          total.getString("_id"),
          new RecordStore.Total(
              total.get("sum", Number.class).longValue(),
              total.get("records", Number.class).longValue()));
    }
    return totals;
  }

  private FindIterable<Document> find(Scope scope, Document filter) {
    return collections
        .apply(mapping.collection())
        .find(criteria.within(scope, filter))
        .projection(WITHOUT_OUTBOX)
        .maxTime(MAX_TIME_MILLIS, TimeUnit.MILLISECONDS)
        .comment(TenantCriteria.commentFor(scope));
  }
}
