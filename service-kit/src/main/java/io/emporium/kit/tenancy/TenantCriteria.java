package io.emporium.kit.tenancy;

import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;

/// Turns a [Scope] into the predicate that every query on one collection carries.
public final class TenantCriteria {

  /// Marks commands that look past tenants on purpose; what lacks both the mark and the predicate
  /// is a bug, which the command listener of the test fixtures catches.
  public static final String PLATFORM_COMMENT = "emporium:platform-scope";

  private static final Document NOTHING = new Document("_id", new Document("$in", List.of()));

  private final TenantOwned ownership;

  public TenantCriteria(Class<?> documentType) {
    TenantOwned owned = AnnotatedElementUtils.findMergedAnnotation(documentType, TenantOwned.class);
    if (owned == null) {
      throw new IllegalArgumentException(documentType.getName() + " is not @TenantOwned");
    }
    this.ownership = owned;
  }

  /// The predicate of the scope and the given filter together.
  public Document within(Scope scope, Document filter) {
    List<Document> all = new ArrayList<>(predicates(scope));
    if (!filter.isEmpty()) {
      all.add(filter);
    }
    if (all.isEmpty()) {
      return new Document();
    }
    return merge(all);
  }

  /// The predicate of the tenant that a document names itself; empty when it names none.
  public Document ownerOf(Document document) {
    Document owner = new Document();
    for (String field : List.of(ownership.company(), ownership.customer())) {
      if (document.containsKey(field) && !field.equals("_id")) {
        owner.append(field, document.get(field));
      }
    }
    return owner;
  }

  /// The mark for a command in this scope; null where the predicate speaks for itself.
  public static @Nullable String commentFor(Scope scope) {
    return scope instanceof Scope.Platform ? PLATFORM_COMMENT : null;
  }

  private List<Document> predicates(Scope scope) {
    return switch (scope) {
      case Scope.Platform() -> List.of();
      case Scope.OfCompany(var companyId) -> List.of(equal(ownership.company(), companyId));
      case Scope.OfShops(var companyId, var shopIds) ->
          List.of(equal(ownership.company(), companyId), anyOf(ownership.shop(), shopIds));
      case Scope.OfCustomer(var customerId) -> List.of(equal(ownership.customer(), customerId));
    };
  }

  private static Document equal(String field, String value) {
    return field.isEmpty() ? NOTHING : new Document(field, value);
  }

  private static Document anyOf(String field, Iterable<String> values) {
    if (field.isEmpty()) {
      return NOTHING;
    }
    List<String> list = new ArrayList<>();
    values.forEach(list::add);
    return new Document(field, new Document("$in", list));
  }

  // One flat document where no field is named twice, since planners like it better than `$and`.
  private static Document merge(List<Document> parts) {
    Document merged = new Document();
    for (Document part : parts) {
      for (String key : part.keySet()) {
        if (merged.containsKey(key)) {
          return new Document("$and", parts);
        }
        merged.put(key, part.get(key));
      }
    }
    return merged;
  }
}
