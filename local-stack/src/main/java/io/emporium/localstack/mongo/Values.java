package io.emporium.localstack.mongo;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What may stand in an index: values whose order and equality agree with the query matcher's.
/// Where the usual types are asked about first, it is because the library's way is general and
/// slow.
final class Values {

  static final Comparator<Object> ORDER = Values::compare;

  private Values() {}

  /// Everything else (documents, lists, decimals, regular expressions, binaries) is matched by
  /// looking at the document.
  static boolean isPlain(@Nullable Object value) {
    return switch (value) {
      case null -> true;
      case String text -> true;
      case Missing missing -> true;
      case Decimal128 decimal -> false;
      case Number number -> true;
      case Boolean flag -> true;
      case Instant instant -> true;
      case ObjectId id -> true;
      case UUID uuid -> true;
      default -> false;
    };
  }

  static Object normalized(@Nullable Object value) {
    return switch (value) {
      case null -> Missing.getInstance();
      case String text -> text;
      case Integer number -> number.doubleValue();
      case Instant instant -> instant;
      default -> Missing.ofNullable(asTheLibraryDoes(value));
    };
  }

  private static @Nullable Object asTheLibraryDoes(Object value) {
    return new KeyValue(new Object[] {value}).normalized().get(0);
  }

  /// Where a document lies in its map: its normalized `_id`.
  static Object position(Document document) {
    return normalized(document.get("_id"));
  }

  /// Whether MongoDB takes both for the same value: 1 is 1.0, and fields have an order.
  static boolean same(@Nullable Object left, @Nullable Object right) {
    if (left == right) {
      return true;
    }
    if (left == null || right == null || left instanceof Missing || right instanceof Missing) {
      return Missing.isNullOrMissing(left) && Missing.isNullOrMissing(right);
    }
    return switch (left) {
      case Number number -> right instanceof Number && normalized(left).equals(normalized(right));
      case Map<?, ?> fields -> right instanceof Map<?, ?> others && sameFields(fields, others);
      case Collection<?> list -> right instanceof Collection<?> others && sameAll(list, others);
      default -> left.equals(right);
    };
  }

  private static boolean sameFields(Map<?, ?> left, Map<?, ?> right) {
    if (left.size() != right.size()) {
      return false;
    }
    Iterator<? extends Map.Entry<?, ?>> others = right.entrySet().iterator();
    for (Map.Entry<?, ?> entry : left.entrySet()) {
      Map.Entry<?, ?> other = others.next();
      if (!entry.getKey().equals(other.getKey()) || !same(entry.getValue(), other.getValue())) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameAll(Collection<?> left, Collection<?> right) {
    if (left.size() != right.size()) {
      return false;
    }
    Iterator<?> others = right.iterator();
    for (Object element : left) {
      if (!same(element, others.next())) {
        return false;
      }
    }
    return true;
  }

  private static int compare(Object left, Object right) {
    if (left instanceof String text && right instanceof String other) {
      return text.compareTo(other);
    }
    if (left instanceof Instant instant && right instanceof Instant other) {
      return instant.compareTo(other);
    }
    if (left instanceof Double number
        && right instanceof Double other
        && isSmall(number)
        && isSmall(other)) {
      return Double.compare(number, other);
    }
    return ValueComparator.ascWithoutListHandling().compare(left, right);
  }

  /// Beyond these the library compares whole numbers with others by their whole part.
  private static boolean isSmall(double number) {
    return Math.abs(number) < Integer.MAX_VALUE;
  }
}
