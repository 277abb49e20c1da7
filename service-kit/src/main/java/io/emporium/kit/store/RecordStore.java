package io.emporium.kit.store;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.DeleteOptions;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOptions;
import io.emporium.kit.tenancy.Scope;
import io.emporium.kit.tenancy.TenantCriteria;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;

/// A collection of plain records of tenants: replicas of what another service owns, read models,
/// append-only entries. They cause no events; what does is an [AggregateRoot].
public final class RecordStore<T> {

  private final DocumentMapping<T> mapping;
  private final TenantQueries<T> queries;
  private final Function<String, MongoCollection<Document>> collections;
  private final GroupedInserts grouped = new GroupedInserts(this::collection);

  RecordStore(
      DocumentMapping<T> mapping,
      TenantQueries<T> queries,
      Function<String, MongoCollection<Document>> collections) {
    this.mapping = mapping;
    this.queries = queries;
    this.collections = collections;
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
    return RecordWrites.insert(collection(), mapping.toDocument(entry));
  }

  /// As [#insert], in one command with those that other threads insert at the same time: for
  /// collections that take many small records.
  public boolean insertGrouped(T entry) {
    return grouped.insert(mapping.toDocument(entry));
  }

  /// Stores the record unless the stored one is as new or newer.
  ///
  /// @param version of the source, stored as `sourceVersion`
  /// @return false when it was not newer
  public boolean replaceIfNewer(T entry, long version) {
    Document document = mapping.toDocument(entry);
    return RecordWrites.replaceIfNewer(collection(), queries.ownerOf(document), document, version);
  }

  /// Updates fields of what matches, within the scope.
  ///
  /// @param update with operators such as `$set` and `$inc`
  /// @return how many records matched
  public long update(Scope scope, Document filter, Document update) {
    return collection()
        .updateMany(
            queries.within(scope, filter),
            update,
            new UpdateOptions().comment(TenantCriteria.commentFor(scope)))
        .getMatchedCount();
  }

  public long delete(Scope scope, Document filter) {
    return collection()
        .deleteMany(
            queries.within(scope, filter),
            new DeleteOptions().comment(TenantCriteria.commentFor(scope)))
        .getDeletedCount();
  }

  private MongoCollection<Document> collection() {
    return collections.apply(mapping.collection());
  }

  /// Writes that [RecordStore] and [SharedStore] have in common.
  static final class RecordWrites {

    private RecordWrites() {}

    static boolean insert(MongoCollection<Document> collection, Document document) {
      try {
        collection.insertOne(document);
        return true;
      } catch (MongoWriteException e) {
        return refuseAllButDuplicate(e);
      }
    }

    static boolean replaceIfNewer(
        MongoCollection<Document> collection, Document owner, Document document, long version) {
      document.append("sourceVersion", version);
      Document older =
          new Document("_id", document.get("_id"))
              .append("sourceVersion", new Document("$lt", version));
      older.putAll(owner);
      try {
        collection.replaceOne(older, document, new ReplaceOptions().upsert(true));
        return true;
      } catch (MongoWriteException e) {
        if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
          throw e;
        }
        // There is one with this id: a newer one, or an older one that was inserted a moment ago.
        return collection.replaceOne(older, document).getMatchedCount() == 1;
      }
    }

    private static boolean refuseAllButDuplicate(MongoWriteException e) {
      if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
        return false;
      }
      throw e;
    }
  }
}
