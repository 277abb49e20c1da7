package io.emporium.localstack.mongo;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The way to a field of an index, split once: the library splits it for every document.
final class FieldPath {

  private final String[] names;

  FieldPath(String field) {
    this.names = field.split("\\.");
  }

  /// The field's value; the values of all elements where an array lies on the way, [Missing] where
  /// there is nothing.
  @Nullable Object in(Document document) {
    return in(document, 0);
  }

  private @Nullable Object in(Document document, int depth) {
    Object value = document.getOrMissing(names[depth]);
    if (depth == names.length - 1) {
      return value;
    }
    if (value instanceof Document inner) {
      return in(inner, depth + 1);
    }
    return value instanceof Collection<?> elements
        ? inEach(elements, depth + 1)
        : Missing.getInstance();
  }

  private List<@Nullable Object> inEach(Collection<?> elements, int depth) {
    List<@Nullable Object> values = new ArrayList<>();
    for (Object element : elements) {
      Object value = element instanceof Document inner ? in(inner, depth) : Missing.getInstance();
      if (value instanceof Collection<?> several) {
        values.addAll(several);
      } else {
        values.add(value);
      }
    }
    return values;
  }
}
