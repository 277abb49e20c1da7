package io.emporium.localstack.mongo;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What may stand in an index: values whose order and equality agree with the query matcher's.
final class Values {

  static final Comparator<Object> ORDER =
      (left, right) -> ValueComparator.ascWithoutListHandling().compare(left, right);

  private Values() {}

  /// Everything else (documents, lists, decimals, regular expressions, binaries) is matched by
  /// looking at the document.
  static boolean isPlain(@Nullable Object value) {
    return switch (value) {
      case null -> true;
      case Missing missing -> true;
      case Decimal128 decimal -> false;
      case Number number -> true;
      case String text -> true;
      case Boolean flag -> true;
      case Instant instant -> true;
      case ObjectId id -> true;
      case UUID uuid -> true;
      default -> false;
    };
  }

  static Object normalized(@Nullable Object value) {
    Object normalized = new KeyValue(new Object[] {value}).normalized().get(0);
    return Missing.ofNullable(normalized);
  }

  /// Where a document lies in its map: its normalized `_id`.
  static Object position(Document document) {
    return normalized(document.get("_id"));
  }
}
