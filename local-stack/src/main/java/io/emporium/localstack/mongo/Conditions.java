package io.emporium.localstack.mongo;

import de.bwaldvogel.mongo.bson.Document;
import io.emporium.localstack.mongo.KeyTree.Between;
import io.emporium.localstack.mongo.KeyTree.Condition;
import io.emporium.localstack.mongo.KeyTree.OneOf;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The part of a query an index can answer: plain equality, `$in` and ranges, at the top level or
/// inside a top-level `$and`. Everything it leaves out is checked by the query matcher afterwards,
/// so it may only ever widen the answer.
final class Conditions {

  /// Beside these the matcher overlooks its other operators when an array lies on the path.
  private static final Set<String> OVERSHADOWING = Set.of("$ne", "$nin", "$all");

  private final Map<String, Condition> byField = new HashMap<>();

  static Conditions of(Document query) {
    Conditions conditions = new Conditions();
    conditions.addAll(query);
    return conditions;
  }

  boolean isEmpty() {
    return byField.isEmpty();
  }

  @Nullable Condition on(String field) {
    return byField.get(field);
  }

  private void addAll(Document query) {
    for (Map.Entry<String, Object> entry : query.entrySet()) {
      String field = entry.getKey();
      if (field.equals("$and") && entry.getValue() instanceof Collection<?> parts) {
        for (Object part : parts) {
          if (part instanceof Document document) {
            addAll(document);
          }
        }
      } else if (!field.startsWith("$")) {
        add(field, read(field, entry.getValue()));
      }
    }
  }

  private void add(String field, @Nullable Condition condition) {
    if (condition != null && !(byField.get(field) instanceof OneOf)) {
      byField.put(field, condition);
    }
  }

  private static @Nullable Condition read(String field, @Nullable Object value) {
    if (value instanceof Document document) {
      return readOperators(field, document);
    }
    return isUsable(field, value) ? new OneOf(List.of(Values.normalized(value))) : null;
  }

  private static @Nullable Condition readOperators(String field, Document operators) {
    if (!Collections.disjoint(operators.keySet(), OVERSHADOWING)) {
      return null;
    }
    if (operators.containsKey("$eq") && isUsable(field, operators.get("$eq"))) {
      return new OneOf(List.of(Values.normalized(operators.get("$eq"))));
    }
    if (operators.get("$in") instanceof Collection<?> choices) {
      List<Object> values = new ArrayList<>();
      for (Object choice : choices) {
        if (!isUsable(field, choice)) {
          return null;
        }
        values.add(Values.normalized(choice));
      }
      return new OneOf(values);
    }
    Object low = bound(operators, "$gt", "$gte");
    Object high = bound(operators, "$lt", "$lte");
    return low == null && high == null ? null : new Between(low, high);
  }

  private static @Nullable Object bound(Document operators, String exclusive, String inclusive) {
    Object value =
        operators.get(exclusive) != null ? operators.get(exclusive) : operators.get(inclusive);
    return value != null && Values.isPlain(value) ? Values.normalized(value) : null;
  }

  /// A path through an array may hold "nothing" in ways an index does not record.
  private static boolean isUsable(String field, @Nullable Object value) {
    return value == null ? field.indexOf('.') < 0 : Values.isPlain(value);
  }
}
